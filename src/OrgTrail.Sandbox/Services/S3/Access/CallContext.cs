using System.Globalization;
using OrgTrail.Policies;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>The condition keys of an account's call (IAM user guide, "AWS global condition context keys"; service authorization reference, Amazon S3).</summary>
internal static class CallContext
{
    // Keys of calls by AWS services, through endpoints of a VPC, or of sign-ins that nobody makes here.
    private static readonly string[] Absent =
    [
        "aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths", "aws:PrincipalServiceName", "aws:PrincipalServiceNamesList",
        "aws:SourceVpc", "aws:SourceVpce", "aws:SourceVpcArn", "aws:VpcSourceIp", "aws:VpceAccount", "aws:VpceOrgID", "aws:VpceOrgPaths", "aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast",
        "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge", "aws:FederatedProvider", "aws:PrincipalTag/", "aws:referer", "s3:DataAccessPointArn",
        "s3:DataAccessPointAccount", "s3:AccessPointNetworkOrigin",
    ];

    // Headers and parameters are keys under their own names.
    private static readonly string[] Headers =
    [
        "x-amz-acl", "x-amz-server-side-encryption", "x-amz-server-side-encryption-aws-kms-key-id", "x-amz-storage-class", "x-amz-copy-source",
        "x-amz-metadata-directive", "x-amz-grant-full-control", "x-amz-grant-read", "x-amz-grant-write", "x-amz-content-sha256",
    ];

    private static readonly string[] Parameters = ["prefix", "delimiter", "max-keys", "versionId"];

    // Loopback has no TLS, but stands for an AWS that answers nothing else.
    private static readonly RequestContext SameForAll = RequestContext.Empty
        .With(Absent, ContextValue.Absent)
        .With("aws:SecureTransport", ContextValue.Known("true"))
        .With("s3:TlsVersion", ContextValue.Known("1.3"))
        .With("aws:SourceIp", ContextValue.Known("127.0.0.1"))
        .With("aws:PrincipalIsAWSService", ContextValue.Known("false"))
        .With("aws:ViaAWSService", ContextValue.Known("false"))
        .With("s3:signatureversion", ContextValue.Known("AWS4-HMAC-SHA256"))
        .With("s3:authType", ContextValue.Known("REST-HEADER"));

    public static RequestContext Of(S3Request request, S3Caller caller, SandboxBucket bucket, DateTimeOffset now)
    {
        var context = SameForAll
            .With("aws:PrincipalArn", ContextValue.Known(caller.Arn))
            .With("aws:PrincipalAccount", ContextValue.Known(caller.AccountId))
            .With("aws:PrincipalType", ContextValue.Known(caller.Arns.Count > 1 ? "AssumedRole" : "Account"))
            .With("aws:userid", ContextValue.Known(caller.AccountId))
            .With("aws:PrincipalOrgID", Present(caller.OrganizationId))
            .With("aws:ResourceAccount", ContextValue.Known(bucket.OwnerAccountId))
            .With("s3:ResourceAccount", ContextValue.Known(bucket.OwnerAccountId))
            .With("aws:RequestedRegion", ContextValue.Known(bucket.Region))
            .With("aws:UserAgent", Present(request.Header("User-Agent")))
            .With("aws:CurrentTime", ContextValue.Known(S3Xml.Time(now)))
            .With("aws:EpochTime", ContextValue.Known(now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        context = Headers.Aggregate(context, (all, name) => all.With("s3:" + name, Present(request.Header(name))));
        return Parameters.Aggregate(context, (all, name) => all.With("s3:" + name, Present(request.Query.GetValueOrDefault(name))));
    }

    private static ContextValue Present(string? value) => value is null ? ContextValue.Absent : ContextValue.Known(value);
}
