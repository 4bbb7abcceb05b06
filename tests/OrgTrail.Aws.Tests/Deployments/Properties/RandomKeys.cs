using System.Text.Json.Nodes;
using OrgTrail.Policies;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>Random KMS keys with policies of others, with and without CloudTrail in them.</summary>
internal static class RandomKeys
{
    private static readonly string[] Harmless =
    [
        """{"Sid":"Readers","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"kms:Decrypt","Resource":"*"}""",
        """{"Sid":"AllowCloudTrailDecrypt","Effect":"Allow","Principal":{"AWS":"333333333333"},"Action":["kms:Decrypt","kms:DescribeKey"],"Resource":"*","Condition":{"Null":{"kms:EncryptionContext:aws:cloudtrail:arn":"false"}}}""",
        """{"Effect":"Allow","Principal":{"Service":"logs.us-east-1.amazonaws.com"},"Action":["kms:Encrypt*","kms:GenerateDataKey*"],"Resource":"*"}""",
        """{"Sid":"Never","Effect":"Deny","Principal":"*","Action":"kms:ScheduleKeyDeletion","Resource":"*"}""",
    ];

    private static readonly string[] Blocking =
    [
        """{"Sid":"NoServices","Effect":"Deny","Principal":"*","Action":"kms:GenerateDataKey*","Resource":"*","Condition":{"Bool":{"aws:PrincipalIsAWSService":"true"}}}""",
        """{"Effect":"Deny","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"kms:*","Resource":"*"}""",
        """{"Sid":"OnlyHere","Effect":"Deny","Principal":"*","Action":"kms:GenerateDataKey*","Resource":"*","Condition":{"StringNotEquals":{"kms:EncryptionContext:aws:cloudtrail:arn":"arn:aws:cloudtrail:us-east-1:111111111111:trail/old"}}}""",
    ];

    private static readonly string[] Wide =
    [
        """{"Sid":"CloudTrail","Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":["kms:GenerateDataKey*","kms:Decrypt","kms:DescribeKey"],"Resource":"*","Condition":{"StringLike":{"kms:EncryptionContext:aws:cloudtrail:arn":"arn:aws:cloudtrail:*:111111111111:trail/*"}}}""",
    ];

    /// <summary>Adds the key that wishes name, and one that only trails have.</summary>
    /// <returns>The statements of others in their policies.</returns>
    public static IReadOnlyList<(string Resource, JsonNode Statement)> Fill(SandboxState state, Draw draw, string caller)
    {
        var theirs = new List<(string, JsonNode)>();
        if (draw.Percent(92))
        {
            var owner = draw.Percent(88) ? caller : draw.Of(Names.Audit, Names.Management, Names.Stranger);
            theirs.AddRange(Add(state, draw, Names.KeyArn(Names.KeyId, draw.Percent(90) ? Names.Home : Names.Elsewhere, owner), Names.KeyAlias, draw.Percent(94)));
        }

        theirs.AddRange(Add(state, draw, Names.KeyArn(Names.OtherKeyId, Names.Home, Names.Management), "alias/other", draw.Percent(85)));
        return theirs;
    }

    private static IEnumerable<(string, JsonNode)> Add(SandboxState state, Draw draw, string arn, string alias, bool isFit)
    {
        var owner = arn.Split(':')[4];
        JsonNode[] theirs =
        [
            .. ((string[])
            [
                $$"""{"Sid":"Root","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{owner}}:root"},"Action":"kms:*","Resource":"*"}""",
                .. draw.Some(0, 2, Harmless),
                .. draw.Percent(7) ? draw.Some(1, 1, Blocking) : [],
                .. draw.Percent(15) ? Wide : [],
            ]).Select(text => JsonNode.Parse(text)!),
        ];
        var (kind, fault) = (draw.Of("Disabled", "PendingDeletion", "Enabled"), draw.Of("RSA_2048", "SYMMETRIC_DEFAULT"));
        state.Kms.Keys.Add(new()
        {
            Arn = arn,
            Aliases = [alias],
            Policy = PolicyTexts.Of(draw, draw.Shuffled([.. theirs, .. Ours(draw, arn, owner)])),
            KeyState = isFit ? "Enabled" : kind,
            KeySpec = isFit || kind != "Enabled" ? "SYMMETRIC_DEFAULT" : fault,
            RotationPeriodInDays = draw.Of<int?>(null, 365),
        });
        return theirs.Select(statement => (arn, statement));
    }

    private static JsonNode[] Ours(Draw draw, string arn, string owner)
    {
        JsonNode[] Built(string trail) =>
            [.. PolicyTexts.Statements(TrailKeyPolicy.Merge(null, [TrailKeyUse.For(Names.Management, Names.Home, trail, arn, owner)]).Policy).Where(statement => (string?)statement["Sid"] != "Enable IAM User Permissions")];

        return draw.Of(0, 0, 1, 2, 3) switch
        {
            1 => Built(Names.Trail),
            2 => draw.Some(1, 2, Built(Names.Trail)),
            3 => Built(Names.OtherTrail),
            _ => [],
        };
    }
}
