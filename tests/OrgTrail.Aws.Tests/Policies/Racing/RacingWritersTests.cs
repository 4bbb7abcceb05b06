using System.Collections.Concurrent;
using System.Diagnostics;
using OrgTrail.Aws.Tests.Deployments;
using OrgTrail.Aws.Tests.Deployments.Faults;
using OrgTrail.Aws.Tests.Workflows;
using OrgTrail.Connection;
using OrgTrail.Operations;

namespace OrgTrail.Aws.Tests.Policies.Racing;

/// <summary>
/// The proof of Set-OrgTrailBucketPolicy: others write the policy at every point of the sequence of requests, which go wrong
/// in every way, and nothing of theirs is lost without an error, but what they write between a read and the write behind it.
/// </summary>
public sealed class RacingWritersTests(CallProfiles profiles, ITestOutputHelper output) : IClassFixture<CallProfiles>
{
    private const int Interleavings = 1000;

    private static readonly BuildBucketPolicy.Request Wanted = new("acme-audit", ["acme"]) { OrganizationId = "o-exampleorgid", ManagementAccountId = DeploymentScene.Management, HomeRegion = "us-east-1" };

    [Fact]
    public async Task In_a_thousand_interleavings_nothing_of_others_is_lost_without_an_error()
    {
        var (ends, failures, clock) = (new ConcurrentQueue<(RacedBucket Bucket, string End)>(), new ConcurrentQueue<string>(), Stopwatch.StartNew());
        await Parallel.ForEachAsync(Enumerable.Range(0, Interleavings), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (seed, _) =>
        {
            using var bucket = new RacedBucket(seed);
            try
            {
                ends.Enqueue((bucket, await RaceAsync(bucket)));
            }
            catch (Exception failure)
            {
                failures.Enqueue($"Seed {seed}: {failure.Message}");
            }
        });

        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
        Tell(ends, clock.Elapsed);
        RequireEveryPlace(ends);
    }

    private async Task<string> RaceAsync(RacedBucket bucket)
    {
        var end = await WriteAsync(bucket);
        Assert.Empty(bucket.Aws.Unexpected);
        // For good only what nobody could see: what a request took that arrived late, and was shown before, is back or named.
        // What we took away had been written behind the last read before, where nobody could see it.
        Assert.All(bucket.Taken, taken => Assert.True(!taken.WasKnown, $"{taken.Sid} was shown and was not kept."));
        var owed = bucket.Owed.Concat(bucket.Taken.Where(taken => taken.WasEverShown).Select(taken => taken.Sid));
        var missing = owed.Except(OtherWriter.Theirs(bucket.Shown)).ToHashSet();
        if (end is null)
        {
            Assert.Empty(missing);
            Assert.True(await IsRightAsync(bucket.Shown), $"The trail is not let in: {bucket.Shown}");
            return "done";
        }

        Assert.NotEmpty(end.Problem.Advice);
        if (end.Problem.Id != "PolicyStatementsGone") return end.Problem.Id;
        // Whoever took them away: they were there, are not any more, and the policy at hand has them.
        var named = bucket.Seen.Except(OtherWriter.Theirs(bucket.Shown)).Where(sid => end.Problem.What.Contains($"(Sid {sid})", StringComparison.Ordinal)).ToHashSet();
        Assert.NotEmpty(named);
        Assert.Superset(named, OtherWriter.Theirs(end.Backup!.Policy).ToHashSet());
        return end.Problem.Id;
    }

    private async Task<OrgTrailException?> WriteAsync(RacedBucket bucket)
    {
        var (time, feedback) = (new ManualTime(), new RecordedFeedback());
        var options = new ConnectionOptions { ProfileName = CallProfiles.SingleAttempt, ProfileLocation = profiles.Path, Region = "us-east-1", EndpointUrl = bucket.Aws.Endpoint };
        var provider = new AwsCloudProvider { Time = time, AnswerTimeout = TimeSpan.FromSeconds(2) };
        var session = new CloudSession(options, await provider.ConnectAsync(options, feedback, default));
        try
        {
            var plan = await PlanAsync(session, time, feedback);
            if (plan is { IsEmpty: false }) await plan.ApplyAsync(default);
            return null;
        }
        catch (OrgTrailException end)
        {
            return end;
        }
        finally
        {
            session.Leave();
        }
    }

    // Reading is no part of it: what fails there is read again.
    private static async Task<Plan<BucketPolicy>> PlanAsync(CloudSession session, TimeProvider time, IFeedback feedback)
    {
        var given = await BuildBucketPolicy.RunAsync(() => throw new InvalidOperationException("All ids are given."), Wanted, default);
        for (; ; )
        {
            try
            {
                return await new WriteBucketPolicy(session, time, feedback).PlanAsync(given, default);
            }
            catch (OrgTrailException refusal) when (refusal.Problem.Kind is ProblemKind.ServiceFailed or ProblemKind.ConnectionFailed)
            {
                // Once more.
            }
        }
    }

    private static async Task<bool> IsRightAsync(string? policy)
    {
        var into = new BucketPolicy { BucketName = Wanted.BucketName!, Policy = policy ?? "" };
        return (await BuildBucketPolicy.RunAsync(() => throw new InvalidOperationException("All ids are given."), Wanted with { Into = into }, default)).Changes.Count == 0;
    }

    private void Tell(ConcurrentQueue<(RacedBucket Bucket, string End)> ends, TimeSpan time)
    {
        output.WriteLine($"{ends.Count} interleavings, {ends.Sum(end => end.Bucket.Writes.Count)} writes of others, {ends.Sum(end => end.Bucket.Carried)} of ours, in {time.TotalSeconds:F0} s");
        output.WriteLine($"Ends: {string.Join(", ", ends.CountBy(end => end.End).OrderByDescending(end => end.Value).Select(end => $"{end.Key} {end.Value}"))}");
        output.WriteLine($"Others wrote: {string.Join(", ", ends.SelectMany(end => end.Bucket.Writes).CountBy(place => place).Select(place => $"{place.Key} {place.Value}"))}");
        output.WriteLine($"Taken away by ours, unseen: {string.Join(", ", ends.SelectMany(end => end.Bucket.Taken).CountBy(taken => taken.WrittenAt).Select(taken => $"written {taken.Key} {taken.Value}"))}");
    }

    private static void RequireEveryPlace(ConcurrentQueue<(RacedBucket Bucket, string End)> ends)
    {
        Assert.Equal(Enum.GetValues<Place>(), ends.SelectMany(end => end.Bucket.Writes).Distinct().Order());
        Assert.All(["done", "PolicyStatementsGone"], end => Assert.Contains(ends, one => one.End == end));
    }
}
