using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace OrgTrail.Aws.Tests.Deployments.Faults;

/// <summary>
/// The proof of Deploy-OrgTrail: whatever goes wrong with any of its calls, the next run goes on from there, nothing of
/// others is lost, and nothing is written twice.
/// </summary>
public sealed class FaultInjectionTests(CallProfiles profiles, ITestOutputHelper output) : IClassFixture<CallProfiles>
{
    // Many runs wait for an answer that does not come.
    private const int AtOnce = 12;

    public static TheoryData<string> StartingPoints => [.. StartingPoint.All.Select(start => start.Name)];

    [Theory]
    [MemberData(nameof(StartingPoints))]
    public async Task Whatever_goes_wrong_with_any_call_the_next_run_converges(string name)
    {
        var start = StartingPoint.Of(name);
        var undisturbed = await UndisturbedAsync(start);

        await ForEachCallAsync(start, undisturbed, Mishaps.All, async (place, mishap) =>
        {
            using var scene = new FaultyScene(start, profiles, CallProfiles.SingleAttempt);
            await scene.DeployWithAsync(place, mishap);
            Assert.Contains(scene.Calls, call => call.Fault is not null);
            scene.Traces.Check();

            await ConvergesAsync(scene, undisturbed);

            // Of what a run may not see it does what it can, which the next one may know better.
            if (mishap != Mishap.AccessDenied || !place.OnlyReads) RequireNothingTwice(scene, undisturbed);
        });
    }

    [Theory]
    [MemberData(nameof(StartingPoints))]
    public async Task What_passes_at_the_second_attempt_nobody_notices(string name)
    {
        var start = StartingPoint.Of(name);
        var undisturbed = await UndisturbedAsync(start);

        await ForEachCallAsync(start, undisturbed, [Mishap.Throttling, Mishap.ServerError, Mishap.ConnectionReset, Mishap.LostAnswer], async (place, mishap) =>
        {
            using var scene = new FaultyScene(start, profiles, CallProfiles.UsualAttempts);
            var deployment = await scene.DeployWithAsync(place, mishap);

            Assert.True(deployment?.Succeeded);
            Assert.Contains(scene.Calls, call => call.Fault is not null);
            Assert.Empty(StateDifference.Between(undisturbed.State, scene.State()));
            RequireNothingTwice(scene, undisturbed);
        });
    }

    private async Task ForEachCallAsync(
        StartingPoint start, Undisturbed undisturbed, IReadOnlyList<Mishap> mishaps, Func<CallPlace, Mishap, Task> prove)
    {
        var runs = undisturbed.Places.SelectMany(place => mishaps.Select(mishap => (Place: place, Mishap: mishap))).ToList();
        var failures = new ConcurrentQueue<string>();
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(runs, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (run, _) =>
        {
            try
            {
                await prove(run.Place, run.Mishap);
            }
            catch (Exception failure)
            {
                failures.Enqueue($"{run.Mishap} of {run.Place}: {failure.Message}");
            }
        });

        output.WriteLine($"From {start}: {undisturbed.Places.Count} calls, {mishaps.Count} mishaps of each, {runs.Count} runs that were disturbed, in {clock.Elapsed.TotalSeconds:F0} s");
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures.Order(StringComparer.Ordinal)));
    }

    private async Task<Undisturbed> UndisturbedAsync(StartingPoint start)
    {
        using var scene = new FaultyScene(start, profiles, CallProfiles.SingleAttempt);
        Assert.True((await scene.DeployAsync()) is { Succeeded: true, Changed: true });
        var undisturbed = new Undisturbed(CallPlace.Of(scene.Calls), scene.Changes, scene.State());
        await StaysAsync(scene);
        return undisturbed;
    }

    private static async Task ConvergesAsync(FaultyScene scene, Undisturbed undisturbed)
    {
        var next = await scene.DeployAsync();

        Assert.True(next.Succeeded, string.Join("\n", next.Steps.Select(step => $"{step} {step.Problem}")));
        scene.Traces.Check();
        Assert.Empty(StateDifference.Between(undisturbed.State, scene.State()));
        await StaysAsync(scene);
    }

    private static async Task StaysAsync(FaultyScene scene)
    {
        var calls = scene.Calls.Count;
        var state = scene.State();
        Assert.False((await scene.DeployAsync()).Changed);
        Assert.DoesNotContain(scene.Calls.Skip(calls), call => !call.OnlyReads);
        Assert.Empty(StateDifference.Between(state, scene.State()));
    }

    // What one run did, the next did not do again.
    private static void RequireNothingTwice(FaultyScene scene, Undisturbed undisturbed) =>
        Assert.All(scene.Changes, change => Assert.True(change.Value <= undisturbed.Changes.GetValueOrDefault(change.Key), $"{change.Key}: {change.Value} times"));

    /// <summary>A deployment with which nothing goes wrong.</summary>
    /// <param name="Places">What it calls.</param>
    /// <param name="Changes">How often it carries out each operation that changes something.</param>
    /// <param name="State">What it leads to.</param>
    private sealed record Undisturbed(IReadOnlyList<CallPlace> Places, IReadOnlyDictionary<string, int> Changes, JsonNode State);
}
