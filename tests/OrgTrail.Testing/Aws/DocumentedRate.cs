namespace OrgTrail.Testing;

/// <summary>How often AWS lets an account call an operation. Written from AWS's pages once more, so that the module is not judged by its own table.</summary>
/// <param name="PerSecond">Calls a second in the long run.</param>
/// <param name="Burst">Calls at once after a pause.</param>
public sealed record DocumentedRate(decimal PerSecond, int Burst)
{
    // AWS Organizations user guide, "Quotas and service limits for AWS Organizations", Throttling limits.
    private static readonly Dictionary<string, DocumentedRate> Organizations = new()
    {
        ["DescribeAccount"] = new(20, 30),
        ["DescribeOrganization"] = new(1, 2),
        ["DisableAWSServiceAccess"] = new(1, 2),
        ["EnableAWSServiceAccess"] = new(1, 2),
        ["ListAWSServiceAccessForOrganization"] = new(1, 3),
        ["ListAccounts"] = new(8, 12),
        ["ListDelegatedAdministrators"] = new(5, 8),
    };

    private static readonly string[] ReadingVerbs = ["Get", "List", "Describe"];

    /// <summary>The rate of an operation; <see langword="null"/> for a service that has none for single operations.</summary>
    /// <param name="service">The service by its signing name.</param>
    /// <param name="operation">The operation.</param>
    /// <exception cref="KeyNotFoundException">An operation of AWS Organizations whose rate is not written here.</exception>
    public static DocumentedRate? Of(string service, string operation) => service switch
    {
        "organizations" => Organizations[operation],
        // AWS General Reference, "AWS CloudTrail endpoints and quotas": ten reads a second in each Region, or one change.
        "cloudtrail" => Array.Exists(ReadingVerbs, verb => operation.StartsWith(verb, StringComparison.Ordinal)) ? new(10, 10) : new(1, 1),
        _ => null,
    };

    /// <summary>How many calls stood against the rate at worst: what a bucket must hold that empties at it, for none to be refused.</summary>
    /// <param name="times">When the calls of one operation came.</param>
    public decimal Peak(IEnumerable<DateTimeOffset> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        var (peak, level, last) = (0m, 0m, DateTimeOffset.MinValue);
        foreach (var time in times.Order())
        {
            level = Math.Max(0, level - ((decimal)(time - last).Ticks / TimeSpan.TicksPerSecond * PerSecond)) + 1;
            peak = Math.Max(peak, level);
            last = time;
        }

        return peak;
    }
}
