using System.Collections.Concurrent;
using System.Diagnostics;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>
/// Random starting states are deployed to random wanted states, and checked by what Test-OrgTrail calls: a deployment is
/// refused before its first write, or reaches the wanted state, takes nothing from others, does what its plan said, finds
/// nothing left to do, and stands the diagnosis.
/// </summary>
public sealed class RandomDeploymentTests(ITestOutputHelper output)
{
    private const int UsualCount = 300;
    private const int AtOnce = 8;

    private static readonly string[] Steps =
        ["TrustedAccess", "Bucket", "BucketPolicy", "KeyPolicy", "Trail", "EventSelectors", "InsightSelectors", "Tags", "DelegatedAdministrators", "Logging"];

    // What must have come to its end, and how often, for the batch to be worth its time.
    private static readonly (string What, int Least)[] Classes =
    [
        ("nothing to do", 6),
        ("from nothing", 12),
        ("an account trail became the organization's", 12),
        ("a trail was mended", 12),
        ("a trail moved", 2),
        ("a bucket was adopted", 12),
        ("a policy of others was merged into", 25),
        ("a key's policy was merged into", 20),
        ("a delegated administrator deployed", 15),
        ("a second organization trail was allowed", 4),
        ("a bucket of another account was used", 2),
        ("elsewhere than where the connection is", 5),
    ];

    [Fact]
    public async Task Whatever_is_there_and_whatever_is_wanted()
    {
        var (seeds, isUsual) = Seeds();
        var (tally, failures, clock) = (new Tally(), new ConcurrentQueue<string>(), Stopwatch.StartNew());
        await Parallel.ForEachAsync(seeds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (seed, _) =>
        {
            try
            {
                await RandomDeployment.ProveAsync(seed, tally);
            }
            catch (Exception failure)
            {
                failures.Enqueue($"With seed {seed}: {failure.Message}");
            }
        });

        output.WriteLine($"{seeds.Count} random deployments in {clock.Elapsed.TotalSeconds:F0} s\n{tally}");
        Assert.True(failures.IsEmpty, $"{failures.Count} of {seeds.Count} went wrong.\n{string.Join("\n\n", failures.Order(StringComparer.Ordinal))}");
        if (isUsual) RequireVariety(tally);
    }

    // To make one situation again, or to try others: ORGTRAIL_TEST_SEEDS=1234-1234, ORGTRAIL_TEST_SEEDS=1000-9000.
    private static (IReadOnlyList<int> Seeds, bool IsUsual) Seeds()
    {
        if (Environment.GetEnvironmentVariable("ORGTRAIL_TEST_SEEDS")?.Split('-') is not [var first, var last]) return ([.. Enumerable.Range(1, UsualCount)], true);
        return ([.. Enumerable.Range(int.Parse(first), int.Parse(last) - int.Parse(first) + 1)], false);
    }

    private static void RequireVariety(Tally tally)
    {
        Assert.All(Classes, occurred => Assert.True(tally[$"proven: {occurred.What}"] >= occurred.Least, $"{occurred.What}: only {tally[$"proven: {occurred.What}"]}"));
        Assert.All(Steps, step => Assert.True(tally[$"step done: {step}"] >= 8, $"{step}: only {tally[$"step done: {step}"]}"));
        var refusals = tally.Kinds("refused: ");
        Assert.True(refusals.Count >= 22 && refusals.Values.Sum() >= 120, $"{refusals.Values.Sum()} refusals of {refusals.Count} kinds");

        // What is exempted must stay the exception.
        Assert.InRange(tally.Kinds("excused: ").Values.Sum(), 5, UsualCount / 10);
        Assert.InRange(tally["proven: a bucket or key of another account keeps CloudTrail out"], 1, UsualCount / 30);
        Assert.True(tally["proven: no check failed"] >= tally["proven"] * 2 / 3, $"{tally["proven: no check failed"]} of {tally["proven"]} without a failed check");
    }
}
