using System.Globalization;

namespace OrgTrail.Policies;

/// <summary>Finds when a policy that lets CloudTrail in now ceases to, by a date in one of its conditions.</summary>
internal static class Expiry
{
    private static readonly string[] TimeKeys = ["aws:CurrentTime", "aws:EpochTime"];
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    /// <summary>The first date after now behind which the policy does not suffice any more; <see langword="null"/> when there is none.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="now">The time at which it suffices.</param>
    /// <param name="at">Judges the policy at another time.</param>
    internal static DateTimeOffset? Of(PolicyDocument policy, DateTimeOffset now, Func<DateTimeOffset, CallDecisions> at) =>
        Dates(policy).Where(date => date >= now).Order().Cast<DateTimeOffset?>().FirstOrDefault(date => !at(date!.Value + Moment).Sufficient);

    /// <summary>How a sentence goes on that says what is so now.</summary>
    internal static string Clause(DateTimeOffset? end) =>
        end is { } date ? string.Create(CultureInfo.InvariantCulture, $" until {date.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}, and not any more then") : "";

    private static IEnumerable<DateTimeOffset> Dates(PolicyDocument policy) =>
        from statement in policy.Statements
        from condition in statement.Conditions
        where TimeKeys.Contains(condition.Key, StringComparer.OrdinalIgnoreCase)
        from value in condition.Values
        let date = Comparisons.ParseDate(value)
        where date is not null
        select date.Value;
}
