using System.Collections.Concurrent;
using System.Diagnostics;
using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Hostile;

/// <summary>
/// Whatever a server answers to any operation: the call ends in a problem with a stable id, or with a right result, and
/// soon. The ids here are all that there may be: a defect of ours would come out as an exception that is no problem.
/// </summary>
public sealed class HostileServerTests(Recordings recordings, ITestOutputHelper output) : IClassFixture<Recordings>
{
    private const int AtOnce = 64;

    // Two busy cores are no measure of a second; an answer that is waited for has none.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    [Fact]
    public Task Connections_that_break_stall_or_drip_end_in_a_problem() =>
        ProveAsync(operation => [.. Attacks.Transport, .. operation is "S3.HeadBucket" ? [] : Attacks.Bodies]);

    [Fact]
    public Task Bodies_that_are_no_answer_are_seen_as_such() =>
        ProveAsync(operation => operation is "S3.HeadBucket" ? [] : WrongBodies.Any);

    [Fact]
    public Task Errors_of_any_shape_are_errors() => ProveAsync(operation => operation is "S3.HeadBucket" ? [.. WrongBodies.Errors.Where(error => !error.Name.StartsWith("404", StringComparison.Ordinal))] : WrongBodies.Errors);

    [Fact]
    public Task An_answer_with_one_thing_changed_breaks_nothing() =>
        ProveAsync([.. from pair in recordings.Operations
                       from attack in WrongBodies.Changed(recordings.Of(pair.Call), pair.Operation)
                       select (pair.Call, pair.Operation, attack)]);

    [Fact]
    public Task Listings_without_an_end_have_one() =>
        ProveAsync([.. from pair in recordings.Operations
                       // FindKey asks for one key, and wants no other page.
                       where pair.Operation.Contains(".List", StringComparison.Ordinal) && pair.Call.Name != "Objects.FindKey"
                       from attack in WrongBodies.Pages
                       select (pair.Call, pair.Operation, attack)]);

    [Fact]
    public Task An_answer_that_is_cut_off_at_any_byte_is_none() =>
        ProveAsync([.. from pair in recordings.Operations
                       from attack in Attacks.CutOff(recordings.Of(pair.Call), pair.Operation, pair.Operation is "S3.GetBucketPolicy" or "CloudTrail.ListTrails" ? int.MaxValue : 5)
                       select (pair.Call, pair.Operation, attack)]);

    [Fact]
    public async Task Redirects_lead_nowhere()
    {
        using var elsewhere = new Witness();
        await ProveAsync(_ => Attacks.Redirects($"http://127.0.0.1:{elsewhere.Port}", $"http://localhost:{elsewhere.Port}", $"https://127.0.0.1:{elsewhere.Port}"));
        Assert.Equal(0, elsewhere.Visits);
    }

    private Task ProveAsync(Func<string, IReadOnlyList<Attack>> attacks) =>
        ProveAsync(recordings.Operations.SelectMany(pair => attacks(pair.Operation).Select(attack => (pair.Call, pair.Operation, attack))).ToList());

    private async Task ProveAsync(List<(PortCall Call, string Operation, Attack Attack)> cases)
    {
        var failures = new ConcurrentQueue<string>();
        var ids = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (attacked, _) =>
        {
            var (ending, defect) = await AttackAsync(attacked.Call, attacked.Operation, attacked.Attack);
            ids.AddOrUpdate(ending, 1, (_, count) => count + 1);
            if (defect is not null) failures.Enqueue($"{attacked.Call.Name}, {attacked.Operation}, {attacked.Attack}: {defect}");
        });

        output.WriteLine($"{cases.Count} attacks on {cases.Select(attacked => attacked.Operation).Distinct().Count()} operations in {clock.Elapsed.TotalSeconds:F1} s: {string.Join(", ", ids.OrderBy(id => id.Key, StringComparer.Ordinal).Select(id => $"{id.Value} {id.Key}"))}");
        Assert.NotEmpty(cases);
        Assert.True(failures.IsEmpty, $"{failures.Count} of {cases.Count}:\n" + string.Join("\n", failures.Order(StringComparer.Ordinal).Take(60)));
    }

    private async Task<(string Ending, string? Defect)> AttackAsync(PortCall call, string operation, Attack attack)
    {
        if (attack.Sort != AttackSort.Endless) return await AttackAsync(call, operation, attack, Recordings.Enough) ?? ("none", "was not attacked");

        // On a machine that has much to do the limit may be over before the request has come.
        for (var limit = Recordings.Soon; limit < Longest; limit *= 2)
            if (await AttackAsync(call, operation, attack, limit) is { } ending) return ending;
        return ("none", "was not attacked");
    }

    private async Task<(string Ending, string? Defect)?> AttackAsync(PortCall call, string operation, Attack attack, TimeSpan limit)
    {
        using var server = new HostileServer(recordings.Of(call), operation, attack);
        using var cloud = await recordings.ConnectAsync(server.Endpoint, limit);
        var clock = Stopwatch.StartNew();
        var ending = await EndingAsync(() => call.MakeAsync(cloud, default));
        if (server.Attacked == 0) return null;
        if (clock.Elapsed > Longest) return (ending, $"took {clock.Elapsed.TotalSeconds:F1} s, and ended in {ending}");
        return (ending, attack.Sort switch
        {
            _ when ending.StartsWith("exception", StringComparison.Ordinal) => ending,
            AttackSort.NoAnswer when ending == "success" => "was taken for an answer",
            AttackSort.Endless when ending != "TimedOut" => $"ended in {ending}",
            AttackSort.Empty when ending == "success" && !HasNoResult(operation) => "was taken for an answer",
            _ => null,
        });
    }

    private static async Task<string> EndingAsync(Func<Task> call)
    {
        try
        {
            await call();
            return "success";
        }
        catch (OrgTrailException exception)
        {
            return exception.Problem.Id;
        }
        catch (Exception exception)
        {
            return $"exception {exception.GetType()}: {exception.Message.Split('\n')[0]} {exception.StackTrace?.Split('\n')[1].Trim()}";
        }
    }

    // Operations whose answers AWS leaves empty.
    private static bool HasNoResult(string operation) =>
        operation.Split('.')[1] is "EnableAWSServiceAccess" or "DisableAWSServiceAccess" or "RegisterOrganizationDelegatedAdmin" or "DeregisterOrganizationDelegatedAdmin"
            or "StartLogging" or "StopLogging" or "DeleteTrail" or "AddTags" or "PutKeyPolicy"
        || (operation.StartsWith("S3.", StringComparison.Ordinal) && !operation.StartsWith("S3.Get", StringComparison.Ordinal) && !operation.StartsWith("S3.List", StringComparison.Ordinal));
}
