using System.Globalization;

namespace OrgTrail.Policies;

/// <summary>
/// The condition keys of a call that an AWS service makes with its service principal, as far as they are the same for
/// all services and resources. Source: IAM user guide, "AWS global condition context keys", the Availability of each
/// key; what it leaves open is undocumented here too.
/// </summary>
internal static class ServicePrincipalContext
{
    // Only in the request when the principal is a user, a role or a role's session, or when a person browses. PrincipalOrgID's
    // page names CloudTrail as a caller that a condition on it shuts out.
    private static readonly string[] Absent =
    [
        "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalTag/", "aws:username",
        "aws:AssumedRoot", "aws:FederatedProvider", "aws:TokenIssueTime", "aws:SignInSessionArn", "aws:MultiFactorAuthAge",
        "aws:MultiFactorAuthPresent", "aws:ChatbotSourceArn", "aws:Ec2InstanceSourceVpc", "aws:Ec2InstanceSourcePrivateIPv4",
        "aws:SourceIdentity", "aws:ViaCustomerDomain", "ec2:RoleDelivery", "ec2:SourceInstanceArn", "glue:RoleAssumedBy",
        "glue:CredentialIssuingService", "codebuild:BuildArn", "codebuild:ProjectArn", "lambda:SourceFunctionArn",
        "ssm:SourceInstanceArn", "identitystore:UserId",
        "aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast", "aws:CalledViaAWSMCP", "aws:referer",
        "sts:ExternalId", "sts:RoleSessionName", "sts:SourceIdentity", "saml:aud", "saml:iss", "saml:sub", "saml:sub_type", "saml:namequalifier",
    ];

    // Network keys are "redacted" in service-to-service calls, and a Deny on them may block AWS services unless
    // aws:PrincipalIsAWSService exempts them (notes at aws:SourceIp, aws:SourceVpc, aws:SourceVpce). The keys of the
    // principal are documented as always present, but no service principal's value is, and none belongs to a customer.
    private static readonly string[] Withheld =
    [
        "aws:SourceIp", "aws:SourceVpc", "aws:SourceVpcArn", "aws:SourceVpce", "aws:VpceAccount", "aws:VpceOrgID", "aws:VpceOrgPaths", "aws:VpcSourceIp",
        "aws:PrincipalArn", "aws:PrincipalAccount", "aws:userid",
    ];

    // Always present, but a policy alone does not tell the value.
    private static readonly string[] Unknown =
    [
        "aws:CurrentTime", "aws:EpochTime", "aws:RequestedRegion", "aws:UserAgent",
        "aws:ResourceAccount", "aws:ResourceOrgID", "s3:ResourceAccount",
    ];

    // The page lists the types of people's principals. Calls of CloudTrail to S3 and SNS were seen with AssumedRole.
    private static readonly ContextValue PrincipalType = new(
        [null, ["AssumedRole"], [SymbolicText.Foreign]], false, false, "is 'AssumedRole', or has a value of AWS's own, in the calls of an AWS service");

    private static readonly RequestContext SameForAll = RequestContext.Empty
        .With(Absent, ContextValue.Absent)
        .With(Withheld, ContextValue.Withheld)
        .With(Unknown, ContextValue.Unknown)
        .With("aws:PrincipalType", PrincipalType)
        .With("aws:PrincipalIsAWSService", ContextValue.Known("true"))
        .With("aws:SecureTransport", ContextValue.Known("true"))
        .With("aws:ViaAWSService", ContextValue.Known("false"));

    /// <summary>The context of a service's call on behalf of a customer's resource.</summary>
    /// <param name="service">The service principal.</param>
    /// <param name="sourceArn">The ARN of the resource on whose behalf the service calls.</param>
    /// <param name="sourceAccount">The account that owns it.</param>
    /// <param name="sourceOrganization">The organization of that account.</param>
    /// <param name="now">When the service calls; <see langword="null"/> when that is not known.</param>
    internal static RequestContext For(
        string service, SymbolicText sourceArn, SymbolicText sourceAccount, SymbolicText sourceOrganization, DateTimeOffset? now = null) =>
        (now is { } time ? At(time) : SameForAll)
            .With("aws:PrincipalServiceName", ContextValue.Known(service))
            .With("aws:PrincipalServiceNamesList", ContextValue.List($"has '{service}' among its values", [service], [service, SymbolicText.Anything]))
            .With("aws:SourceArn", ContextValue.Known(sourceArn))
            .With("aws:SourceAccount", ContextValue.Known(sourceAccount))
            .With("aws:SourceOrgID", ContextValue.Known(sourceOrganization))
            .With("aws:SourceOrgPaths", Path(sourceOrganization));

    private static RequestContext At(DateTimeOffset now) => SameForAll
        .With("aws:CurrentTime", Now(now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)))
        .With("aws:EpochTime", Now(now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));

    private static ContextValue Now(string time) => ContextValue.Known(time) with { Description = $"is '{time}' now" };

    // The root's and the units' ids are not known, only that the path begins with the organization's id.
    private static ContextValue Path(SymbolicText organization)
    {
        var path = organization + "/r-" + SymbolicText.Anything;
        return ContextValue.List($"is '{path}'", [path]);
    }
}
