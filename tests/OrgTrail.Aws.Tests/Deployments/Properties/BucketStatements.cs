using System.Text.Json.Nodes;
using OrgTrail.Policies;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>Statements that policies of buckets may have.</summary>
internal static class BucketStatements
{
    // What others write, and CloudTrail has nothing to do with.
    private static readonly string[] Harmless =
    [
        """{"Sid":"Keep","Effect":"Deny","Principal":"*","Action":["s3:DeleteObject","s3:DeleteObjectVersion"],"Resource":"{arn}/*"}""",
        """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":["s3:GetObject","s3:GetObjectVersion"],"Resource":"{arn}/*"}""",
        """{"Sid":"AWSCloudTrailWrite20150319","Effect":"Allow","Principal":{"AWS":"333333333333"},"Action":"s3:PutObject","Resource":"{arn}/imports/*"}""",
        """{"Sid":"Config","Effect":"Allow","Principal":{"Service":"config.amazonaws.com"},"Action":"s3:PutObject","Resource":"{arn}/AWSLogs/*/Config/*","Condition":{"StringEquals":{"s3:x-amz-acl":"bucket-owner-full-control"}}}""",
        """{"Sid":"OnlyUs","Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"{arn}/*","Condition":{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"{organization}"},"BoolIfExists":{"aws:PrincipalIsAWSService":"false"}}}""",
        """{"Effect":"Deny","Principal":{"AWS":"*"},"Action":"s3:PutObject","Resource":"{arn}/reports/*"}""",
        """{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"{arn}/*","Condition":{"StringNotEquals":{"s3:x-amz-server-side-encryption":["aws:kms","AES256"]}}}""",
        """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::086441151436:root"},"Action":"s3:GetBucketAcl","Resource":"{arn}"}""",
        """{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"{arn}/*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"{organization}"}}}""",
        """{"Sid":"Tls","Effect":"Deny","Principal":{"AWS":"*"},"Action":"s3:*","Resource":["{arn}","{arn}/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}""",
        """{"Sid":"DenyInsecureTransport","Effect":"Deny","Principal":"*","Action":"s3:GetObject","Resource":"{arn}/*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}""",
    ];

    /// <summary>The id of a statement that hides settings from everybody.</summary>
    public const string Hiding = "Hidden";

    // What keeps even the owner from seeing some settings.
    private const string Hides = $$"""{"Sid":"{{Hiding}}","Effect":"Deny","Principal":"*","Action":["s3:GetBucketLogging","s3:GetBucketVersioning","s3:GetEncryptionConfiguration","s3:GetLifecycleConfiguration"],"Resource":"{arn}"}""";

    // What keeps CloudTrail out, or may.
    private static readonly string[] Blocking =
    [
        """{"Sid":"Frozen","Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"{arn}/*"}""",
        """{"Effect":"Deny","Principal":"*","Action":"s3:Put*","Resource":"{arn}/*","Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"{organization}"}}}""",
        """{"Sid":"OnlyKms","Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"{arn}/*","Condition":{"StringNotEquals":{"s3:x-amz-server-side-encryption":"aws:kms"}}}""",
        """{"Effect":"Deny","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:GetBucketAcl","Resource":"{arn}"}""",
        """{"Sid":"Office","Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"{arn}/*","Condition":{"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}}}""",
        """{"Effect":"Deny","NotPrincipal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"s3:PutObject","Resource":"{arn}/AWSLogs/*"}""",
    ];

    // What lets everybody in.
    private static readonly string[] Public =
    [
        """{"Sid":"Everybody","Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"{arn}/public/*"}""",
        """{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"s3:GetObject","Resource":"{arn}/public/*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}""",
    ];

    // What lets CloudTrail in as AWS Control Tower does it.
    private static readonly string[] ControlTower =
    [
        """{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":["s3:GetBucketAcl","s3:ListBucket"],"Resource":"{arn}"}""",
        """{"Effect":"Allow","Principal":{"Service":["cloudtrail.amazonaws.com","config.amazonaws.com"]},"Action":"s3:PutObject","Resource":"{arn}/*/AWSLogs/*","Condition":{"StringEquals":{"aws:SourceOrgID":"{organization}"}}}""",
        """{"Effect":"Allow","Principal":{"Service":["cloudtrail.amazonaws.com","config.amazonaws.com"]},"Action":"s3:PutObject","Resource":"{arn}/AWSLogs/*","Condition":{"StringEquals":{"aws:SourceOrgID":"{organization}"}}}""",
    ];

    /// <summary>Statements of others.</summary>
    public static IReadOnlyList<JsonNode> Theirs(Draw draw, string bucket, string organization, bool isSettled)
    {
        string[] texts = draw.Percent(2) ? [Large(draw)] :
        [
            .. draw.Percent(60) ? draw.Some(1, 3, Harmless) : [],
            .. !isSettled && draw.Percent(8) ? draw.Some(1, 1, Blocking) : [],
            .. !isSettled && draw.Percent(6) ? draw.Some(1, 1, Public) : [],
            .. draw.Percent(8) ? ControlTower : [],
            .. draw.Percent(4) ? [Hides] : (string[])[],
        ];
        return [.. texts.Select(text => JsonNode.Parse(text.Replace("{arn}", $"arn:aws:s3:::{bucket}", StringComparison.Ordinal).Replace("{organization}", organization, StringComparison.Ordinal))!)];
    }

    /// <summary>Statements that OrgTrail wrote: whole, in part, for another trail, in an older form.</summary>
    public static IReadOnlyList<JsonNode> Ours(Draw draw, string bucket, string organization, bool isSettled)
    {
        var whole = Built(bucket, organization, Names.Trail, draw.Of(null, null, Names.Prefix));
        if (isSettled) return [.. whole, .. Built(bucket, organization, Names.Trail, draw.Of(null, Names.Prefix))];
        return draw.Of(0, 0, 0, 1, 1, 2, 3, 4, 5, 6) switch
        {
            1 => whole,
            2 => draw.Some(1, 2, whole),
            3 => Built(bucket, organization, Names.OtherTrail),
            4 => [.. whole, .. draw.Some(1, 3, [.. Built(bucket, organization, Names.OtherTrail)])],
            5 => Built(bucket, organization, Names.Trail, region: Names.Elsewhere),
            6 => draw.Percent(50) ? Built(bucket, "o-formerorgid", Names.Trail) : Untied(whole),
            _ => [],
        };
    }

    /// <summary>Whether a statement leaves hardly any room for others: S3 takes 20 KB.</summary>
    public static bool IsLarge(JsonNode statement) => statement["Resource"] is JsonArray { Count: > 100 };

    private static string Large(Draw draw) => $$"""{"Effect":"Allow","Principal":{"AWS":"222222222222"},"Action":"s3:GetObject","Resource":[{{string.Join(",", Enumerable.Range(0, draw.Of(350, 370)).Select(n => $"\"{{arn}}/large/{n:D20}\""))}}]}""";

    private static JsonNode[] Built(string bucket, string organization, string trail, string? prefix = null, string region = Names.Home) =>
        [.. PolicyTexts.Statements(TrailBucketPolicy.Merge(null, TrailDelivery.For(bucket, prefix, organization, Names.Management, region, trail)).Policy)];

    // As guides had them before conditions on the trail came up.
    private static JsonNode[] Untied(IEnumerable<JsonNode> statements) =>
    [
        .. statements.Select(statement =>
        {
            var untied = statement.DeepClone().AsObject();
            untied["Condition"]!["StringEquals"]!.AsObject().Remove("aws:SourceArn");
            if (untied["Condition"]!["StringEquals"]!.AsObject().Count == 0) untied.Remove("Condition");
            return untied;
        }),
    ];
}
