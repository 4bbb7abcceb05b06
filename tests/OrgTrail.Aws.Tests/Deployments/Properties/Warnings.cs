using OrgTrail.Sandbox.State;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>What a deployment must have said beforehand, since it leaves it as it is.</summary>
internal static class Warnings
{
    private static readonly (string Says, Func<Situation, string, bool> Holds)[] Table =
    [
        ("does not block all public access", (situation, _) => IsKept(situation, bucket => bucket.PublicAccessBlock is { BlockPublicPolicy: false })),
        ("log files which are overwritten or deleted are lost", (situation, _) => situation is { HidesSettings: false } && situation.Text("ObjectLockMode") is null && IsKept(situation, bucket => bucket.Versioning == "Suspended")),
        ("The object ownership of bucket", (situation, _) => IsKept(situation, bucket => bucket.ObjectOwnership is not (null or "BucketOwnerEnforced"))),
        ("The versioning of bucket acme-audit cannot be seen, so it was left as it is", (situation, _) => situation.HidesSettings && IsKept(situation, _ => true)),
        ("belongs to another account", (situation, _) => situation.Bucket is { } bucket && bucket.OwnerAccountId != situation.Caller),
        ("The policy of key", (situation, region) => situation.KeyArn(region) is { } key && key.Split(':')[4] != situation.Caller),
        ("has another organization trail", (situation, region) => situation.Start.CloudTrail.Trails.Exists(trail => trail.IsOrganizationTrail && (trail.Name, trail.HomeRegion) != (situation.TrailName, region))),
        ("is a delegated administrator for CloudTrail, too", (situation, _) =>
            situation.Administrators is { Count: > 0 } wanted
            && situation.Organization.DelegatedAdministrators.GetValueOrDefault(TrustedAccess.CloudTrail, []).Except(wanted).Any()),
    ];

    /// <summary>Demands the warnings that are due, and of these no others.</summary>
    public static void Check(Situation situation, string region, IReadOnlyList<string> warnings)
    {
        foreach (var (says, holds) in Table)
            Assert.True(holds(situation, region) == warnings.Any(warning => warning.Contains(says, StringComparison.Ordinal)), $"'{says}' among these: {string.Join("\n", warnings)}");
    }

    private static bool IsKept(Situation situation, Func<SandboxBucket, bool> differs) =>
        situation.Flag("CreateBucket", false) && !situation.Force && situation.Bucket is { } bucket && differs(bucket);
}
