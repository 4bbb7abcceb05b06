using System.Text.RegularExpressions;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>Which step of a deployment leaves which traces in the state.</summary>
internal static partial class Footprints
{
    // Where a difference lies, and the steps that may leave it. The first that fits counts.
    private static readonly (Regex Place, string[] Steps)[] Table =
    [
        (TrustedServices(), ["TrustedAccess"]),
        (Administrators(), ["DelegatedAdministrators"]),
        (WholeBucket(), ["Bucket", "BucketPolicy"]),
        (BucketPolicy(), ["BucketPolicy"]),
        (BucketSettings(), ["Bucket"]),
        (KeyPolicy(), ["KeyPolicy"]),
        (WholeTrail(), ["Trail", "EventSelectors", "InsightSelectors", "Logging"]),
        (Logging(), ["Logging"]),
        (EventSelectors(), ["EventSelectors"]),
        (InsightSelectors(), ["InsightSelectors"]),
        (Tags(), ["Tags"]),
        (TrailSettings(), ["Trail"]),
    ];

    /// <summary>Demands that every difference comes from a step that was done, and that every step that was done left one.</summary>
    public static void Check(Situation situation, IReadOnlyList<string> differences, IReadOnlyList<DeploymentStep> steps, string trailArn)
    {
        var done = steps.Where(step => step.Outcome == StepOutcome.Done).Select(step => step.StepId).ToHashSet();
        var left = differences.Where(difference => !ServiceLinkedRole().IsMatch(difference)).Select(difference => (difference, Steps: StepsOf(difference))).ToArray();

        Assert.All(left, one => Assert.True(one.Steps.Any(done.Contains), $"No step tells of {one.difference}"));
        Assert.Empty(done.Except(["Verification"]).Except(left.SelectMany(one => one.Steps)));
        Assert.All(left, one => RequireOwn(situation, one.difference, trailArn));
    }

    private static string[] StepsOf(string difference) => Table.FirstOrDefault(row => row.Place.IsMatch(difference)).Steps ?? [];

    private static void RequireOwn(Situation situation, string difference, string trailArn)
    {
        if (difference.StartsWith("$.CloudTrail.Trails.", StringComparison.Ordinal))
            Assert.StartsWith($"$.CloudTrail.Trails.{trailArn}", difference, StringComparison.Ordinal);
        if (difference.StartsWith("$.S3.Buckets.", StringComparison.Ordinal))
            Assert.Matches($@"^\$\.S3\.Buckets\.{situation.Text("S3BucketName")}[.:]", difference);
    }

    [GeneratedRegex(@"^\$\.Organizations\.Organization\.TrustedServices")]
    private static partial Regex TrustedServices();

    [GeneratedRegex(@"^\$\.Organizations\.Organization\.(DelegatedAdministrators|DelegationDates)")]
    private static partial Regex Administrators();

    [GeneratedRegex(@"^\$\.S3\.Buckets\.[a-z-]+: ")]
    private static partial Regex WholeBucket();

    [GeneratedRegex(@"^\$\.S3\.Buckets\.[a-z-]+\.Policy: ")]
    private static partial Regex BucketPolicy();

    [GeneratedRegex(@"^\$\.S3\.Buckets\.[a-z-]+\.(?!OwnerAccountId|Region|Name|CreationDate|Tags)")]
    private static partial Regex BucketSettings();

    [GeneratedRegex(@"^\$\.Kms\.Keys\.\S+?\.Policy: ")]
    private static partial Regex KeyPolicy();

    [GeneratedRegex(@"^\$\.CloudTrail\.Trails\.[^.]+: ")]
    private static partial Regex WholeTrail();

    [GeneratedRegex(@"^\$\.CloudTrail\.Trails\.[^.]+\.(IsLogging|StartLoggingTime): ")]
    private static partial Regex Logging();

    [GeneratedRegex(@"^\$\.CloudTrail\.Trails\.[^.]+\.(Advanced)?EventSelectors")]
    private static partial Regex EventSelectors();

    [GeneratedRegex(@"^\$\.CloudTrail\.Trails\.[^.]+\.InsightSelectors")]
    private static partial Regex InsightSelectors();

    [GeneratedRegex(@"^\$\.CloudTrail\.Trails\.[^.]+\.Tags")]
    private static partial Regex Tags();

    [GeneratedRegex(@"^\$\.CloudTrail\.Trails\.[^.]+\.")]
    private static partial Regex TrailSettings();

    [GeneratedRegex(@"^\$\.Iam\.Roles\.111111111111-AWSServiceRoleForCloudTrail(EventContext)?: ")]
    private static partial Regex ServiceLinkedRole();
}
