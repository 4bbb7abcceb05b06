namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>What there is to count of a deployment that came to its end.</summary>
internal static class Occurrences
{
    private static readonly (string What, Func<Situation, Deployment, bool> Holds)[] Table =
    [
        ("nothing to do", (_, done) => !done.Changed),
        ("from nothing", (situation, _) => situation is { Bucket: null, Start.CloudTrail.Trails: [] }),
        ("an account trail became the organization's", (situation, done) => Before(situation, done) is { IsOrganizationTrail: false }),
        ("a trail moved", (situation, done) => Before(situation, done) is { } trail && (trail.S3BucketName, trail.S3KeyPrefix ?? "") != (situation.Text("S3BucketName"), situation.Text("S3KeyPrefix") ?? trail.S3KeyPrefix ?? "")),
        ("a trail was mended", (situation, done) => Before(situation, done) is { IsOrganizationTrail: true } && IsDone(done, "Trail")),
        ("a bucket was adopted", (situation, done) => situation.Bucket is not null && IsDone(done, "Bucket")),
        ("a policy of others was merged into", (situation, done) => IsDone(done, "BucketPolicy") && situation.Theirs.Any(statement => statement.Resource == $"arn:aws:s3:::{done.S3BucketName}")),
        ("a key's policy was merged into", (_, done) => IsDone(done, "KeyPolicy")),
        ("a delegated administrator deployed", (situation, _) => !situation.IsManagement),
        ("a second organization trail was allowed", (situation, done) => situation.AllowDuplicate && situation.Start.CloudTrail.Trails.Exists(trail => trail.IsOrganizationTrail && trail != Before(situation, done))),
        ("a bucket of another account was used", (situation, _) => situation.Bucket is { } bucket && bucket.OwnerAccountId != situation.Caller),
        ("a bucket or key of another account keeps CloudTrail out", (situation, done) => new ExpectedHealth(situation, done.HomeRegion).IsShut),
        ("elsewhere than where the connection is", (situation, done) => done.HomeRegion != situation.Region),
    ];

    /// <summary>Counts.</summary>
    public static void Count(Tally tally, Situation situation, Deployment done, IReadOnlyList<CheckResult> results)
    {
        tally.Add(situation.Seed, "proven");
        foreach (var (what, _) in Table.Where(row => row.Holds(situation, done))) tally.Add(situation.Seed, $"proven: {what}");
        if (results.All(result => result.Verdict != CheckVerdict.Fail)) tally.Add(situation.Seed, "proven: no check failed");
        foreach (var step in done.Steps.Where(step => step.Outcome == StepOutcome.Done)) tally.Add(situation.Seed, $"step done: {step.StepId}");
        foreach (var result in results.Where(result => result.Verdict != CheckVerdict.Pass)) tally.Add(situation.Seed, $"check: {result.Verdict} {result.CheckId}");
    }

    private static Sandbox.State.SandboxTrail? Before(Situation situation, Deployment done) => situation.TrailAt(done.HomeRegion);

    private static bool IsDone(Deployment done, string step) => done.Steps.Any(ended => ended.StepId == step && ended.Outcome == StepOutcome.Done);
}
