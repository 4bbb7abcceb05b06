using OrgTrail.State;
using OrgTrail.Trails;

namespace OrgTrail.Health;

/// <summary>Says what the coverage of a trail comes to.</summary>
internal static class CoverageReport
{
    private const int MostNamed = 3;

    /// <summary>The verdict, and the gaps as its details.</summary>
    public static Finding Of(TrailState state, TrailStatus status, Coverage coverage)
    {
        CoverageGap[] gaps = [.. coverage.Silent.Where(gap => gap.Explanation is null)];
        var finding = coverage.Due == 0
            ? Finding.Unknown("No account of the organization is active, so that nothing is due.", "aws organizations list-accounts")
            : status.StartLoggingTime is { } start && state.Cloud.Now - start < coverage.Evidence.Window && coverage.Silent.Count > 0
            ? Finding.Pass($"{coverage.Due - coverage.Silent.Count} of {Accounts(coverage.Due)} have delivered from every Region so far: logging started {Age.Text(state.Cloud.Now - start)} ago, and the rest comes within {Age.Text(coverage.Evidence.Window)}.")
            : gaps.Length == 0 ? Finding.Pass($"{Reach(coverage)}{Exceptions(coverage)}.")
            : OfGaps(state, coverage, gaps);
        return finding with { Details = [.. coverage.Silent, .. coverage.Idle] };
    }

    private static Finding OfGaps(TrailState state, Coverage coverage, CoverageGap[] gaps)
    {
        var named = string.Join("; ", gaps.Take(MostNamed).Select(gap => Describe(gap, state.Cloud.Now)));
        var rest = gaps.Length > MostNamed ? $"; and {gaps.Length - MostNamed} more" : "";
        var observed = $"{gaps.Length} of {Accounts(coverage.Due)} delivered nothing from some Region for {Age.Text(coverage.Evidence.Window)}: {named}{rest}{Exceptions(coverage)}.";
        if (coverage.ComesFromAll && gaps.FirstOrDefault(gap => gap.NeverDelivered) is { } never)
            return Finding.Fail($"{observed} {Accounts(gaps.Count(gap => gap.NeverDelivered))} never delivered anything.", LookFrom(never, state.Trail));
        if (!coverage.Evidence.ComeAlways)
            return Finding.Unknown($"{observed} Without digests nobody knows whether anything happened there.", WantDigests(state.Trail));

        // The folder of such a Region stays behind when an account disables it.
        return gaps.All(gap => gap.Regions.All(DefaultRegions.NeedsOptIn))
            ? Finding.Warn($"{observed} An account may have disabled a Region that must be opted in to.", $"aws account get-region-opt-status --account-id {gaps[0].AccountId} --region-name {gaps[0].Regions[0]}")
            : Finding.Fail(observed, LookFrom(gaps[0], state.Trail));
    }

    private static string LookFrom(CoverageGap gap, Trail trail) =>
        $"Get-OrgTrailStatus -Trail {trail.TrailARN} -ProfileName <profile of account {gap.AccountId}>";

    private static string WantDigests(Trail trail) => trail.LogFileValidationEnabled
        ? $"Test-OrgTrail -Trail {trail.TrailARN} -Check DigestDelivery, DigestFreshness"
        : $"Set-OrgTrail -Trail {trail.TrailARN} -EnableLogFileValidation $true";

    private static string Reach(Coverage coverage) =>
        $"{(coverage.Silent.Count == 0 ? "All" : $"{coverage.Due - coverage.Silent.Count} of")} {Accounts(coverage.Due)} delivered from {Regions(coverage.Regions)} in the last {Age.Text(coverage.Evidence.Window)}";

    private static string Exceptions(Coverage coverage)
    {
        var young = coverage.Silent.Count(gap => gap.Explanation is not null);
        return string.Concat(
            young > 0 ? $"; {Accounts(young)} joined less than a day ago" : "",
            coverage.Idle.Count > 0 ? $"; {Accounts(coverage.Idle.Count)} {(coverage.Idle.Count == 1 ? "is" : "are")} not due, being {string.Join(" or ", coverage.Idle.Select(gap => gap.State).Distinct().Order())}" : "");
    }

    private static string Describe(CoverageGap gap, DateTimeOffset now)
    {
        var account = gap.AccountName.Length == 0 ? gap.AccountId : $"{gap.AccountId} ({gap.AccountName})";
        return $"{account} from {Regions(gap.Regions)}{(gap.LastDelivery is { } last ? $" for {Age.Text(now - last)}" : "")}";
    }

    private static string Regions(IReadOnlyList<string> regions) =>
        regions.Count <= MostNamed ? string.Join(", ", regions) : $"{regions.Count} Regions";

    private static string Accounts(int count) => count == 1 ? "1 account" : $"{count} accounts";
}
