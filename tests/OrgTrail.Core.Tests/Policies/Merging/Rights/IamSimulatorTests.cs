using OrgTrail.Policies;
using OrgTrail.Testing;

namespace OrgTrail.Core.Tests.Policies.Merging.Rights;

/// <summary>The same, judged by somebody else: an independent simulator of IAM, where it is there.</summary>
public sealed class IamSimulatorTests
{
    private const int Policies = 500;
    private static readonly Caller[] Everybody = [.. Callers.Others, .. Callers.Wanted(null)];
    private static readonly Lazy<Trial[]> Trials = new(Run);

    [Fact]
    public void By_an_independent_simulator_a_merge_changes_the_rights_of_nobody_else()
    {
        Assert.SkipUnless(IamSimulator.Available, IamSimulator.MissingBecause);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Trials.Value.Length} of {Policies} policies, {Everybody.Length} requests each");
        Assert.InRange(Trials.Value.Length, 400, Policies);
        Assert.Empty(
            from trial in Trials.Value
            from caller in Callers.Others.Index()
            where trial.Before[caller.Index] != trial.After[caller.Index]
            select $"{caller.Item}: {trial.Before[caller.Index]} became {trial.After[caller.Index]} in {trial.Existing}");
    }

    [Fact]
    public void By_an_independent_simulator_a_merge_lets_the_trail_in_or_names_what_is_in_the_way()
    {
        Assert.SkipUnless(IamSimulator.Available, IamSimulator.MissingBecause);
        Assert.Empty(
            from trial in Trials.Value
            where trial.Merged.Denials.Count == 0 && trial.Wanted.Any(said => said != "Allowed")
            select trial.Existing);
        Assert.Empty(
            from trial in Trials.Value
            where trial.Wanted.Contains("ImplicitlyDenied")
            select trial.Existing);
    }

    [Fact]
    public void An_independent_simulator_and_our_evaluator_say_the_same()
    {
        Assert.SkipUnless(IamSimulator.Available, IamSimulator.MissingBecause);
        string[] differences =
        [
            .. from trial in Trials.Value
               let ours = Caller.Ask(trial.Existing, Everybody)
               let found = Everybody.Index().Where(caller => IsSure(ours[caller.Index]) && Word(ours[caller.Index]) != trial.Before[caller.Index]).ToArray()
               where found.Length > 0
               let first = found[0]
               select $"{first.Item.Name} {first.Item.Action} and {found.Length - 1} more: ours {Word(ours[first.Index])}, theirs {trial.Before[first.Index]} in {trial.Existing}",
        ];
        Assert.True(differences.Length == 0, string.Join("\n", differences));
    }

    private static bool IsSure((Truth Allowed, Truth Denied) said) => said is not { Allowed: Truth.Uncertain } and not { Denied: Truth.Uncertain };

    private static string Word((Truth Allowed, Truth Denied) said) =>
        said.Denied == Truth.True ? "ExplicitlyDenied" : said.Allowed == Truth.True ? "Allowed" : "ImplicitlyDenied";

    // The simulator refuses some policies, such as those with an operator that does not suit its key: these are left out.
    private static Trial[] Run()
    {
        string[] existing = [.. Enumerable.Range(0, Policies).Select(seed => new RandomBucketPolicy(seed).Text())];
        MergeResult[] merged = [.. existing.Select(policy => TrailBucketPolicy.Merge(policy, Example.Delivery))];
        IamSimulator.Request[] requests = [.. Everybody.Select(caller => new IamSimulator.Request(caller.Principal, caller.Action, caller.Resource, caller.Context))];
        var answers = IamSimulator.Ask([.. existing, .. merged.Select(result => result.Policy)], requests);
        return
        [
            .. from index in Enumerable.Range(0, Policies)
               where answers[index] is not null && answers[Policies + index] is not null
               select new Trial(existing[index], merged[index], answers[index]!, answers[Policies + index]!),
        ];
    }

    private sealed record Trial(string Existing, MergeResult Merged, string[] Before, string[] After)
    {
        // What the wanted trail, the last of everybody, is told after the merge.
        public IEnumerable<string> Wanted => After.Skip(Callers.Others.Count);
    }
}
