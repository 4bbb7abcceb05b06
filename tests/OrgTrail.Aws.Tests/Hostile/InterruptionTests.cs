using System.Collections.Concurrent;
using System.Diagnostics;
using OrgTrail.Aws.Tests.Support;
using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Hostile;

/// <summary>What the user ends, ends, and leaves nothing behind that the next command has to wait for. Measured while nothing else runs.</summary>
[Collection(EnvironmentGroup.Name)]
public sealed class InterruptionTests(Recordings recordings, ITestOutputHelper output) : IClassFixture<Recordings>
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Ctrl_C_ends_every_call_within_a_second_and_the_next_one_is_as_fast_as_ever()
    {
        var cases = (from pair in recordings.Operations
                     from attack in Attacks.Transport.Concat(pair.Operation == "S3.HeadBucket" ? [] : Attacks.Bodies)
                     where attack.Sort == AttackSort.Endless
                     select (pair.Call, pair.Operation, attack)).ToList();
        var (ends, nexts) = (new ConcurrentBag<TimeSpan>(), new ConcurrentBag<TimeSpan>());
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (attacked, _) =>
        {
            var (call, operation, attack) = attacked;
            using var server = new HostileServer(recordings.Of(call), operation, attack, attacks: 1);
            using var cloud = await recordings.ConnectAsync(server.Endpoint, TimeSpan.FromSeconds(60));
            using var ending = new CancellationTokenSource();
            var running = call.MakeAsync(cloud, ending.Token);
            await server.FirstAttack;
            // Enough for what comes before the stall to have come; whether it has does not matter.
            await Task.Delay(50, CancellationToken.None);

            var clock = Stopwatch.StartNew();
            await ending.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
            ends.Add(clock.Elapsed);

            clock.Restart();
            await call.MakeAsync(cloud, default);
            nexts.Add(clock.Elapsed);
        });

        output.WriteLine($"{cases.Count} calls ended: after {ends.Max().TotalMilliseconds:F0} ms at most; the next call took {nexts.Max().TotalMilliseconds:F0} ms at most");
        Assert.All(ends, end => Assert.InRange(end, TimeSpan.Zero, Longest));
        Assert.All(nexts, next => Assert.InRange(next, TimeSpan.Zero, Longest * 2));
    }

    [Fact]
    public async Task An_answer_of_a_gigabyte_costs_little_memory()
    {
        var cases = (from pair in recordings.Operations.Where(pair => pair.Operation is "CloudTrail.ListTrails" or "S3.GetBucketPolicy" or "KMS.GetKeyPolicy" or "STS.GetCallerIdentity" or "S3.PutBucketPolicy")
                     from attack in Attacks.Bodies
                     where attack.Name.Contains("GB", StringComparison.Ordinal) || attack.Name.Contains("bomb", StringComparison.Ordinal)
                     select (pair.Call, pair.Operation, attack)).ToList();
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var (before, most) = (Environment.WorkingSet, 0L);
        foreach (var (call, operation, attack) in cases)
        {
            using var server = new HostileServer(recordings.Of(call), operation, attack);
            using var cloud = await recordings.ConnectAsync(server.Endpoint, Recordings.Enough);
            var running = call.MakeAsync(cloud, default);
            while (!running.IsCompleted)
            {
                most = Math.Max(most, Environment.WorkingSet - before);
                await Task.WhenAny(running, Task.Delay(2));
            }

            await Assert.ThrowsAsync<OrgTrailException>(() => running);
            most = Math.Max(most, Environment.WorkingSet - before);
        }

        output.WriteLine($"{cases.Count} answers of 1 GB: {most / 1024 / 1024} MB at most");
        Assert.InRange(most, long.MinValue, 100L * 1024 * 1024);
    }
}
