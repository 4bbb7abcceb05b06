namespace OrgTrail.Aws.Pacing;

/// <summary>The rates that AWS documents for the operations in use. Those without a row are far from their limits.</summary>
internal static class CallRates
{
    // AWS General Reference, "AWS CloudTrail endpoints and quotas": transactions a second, per account and Region.
    private static readonly CallRate Read = new(10, 10);
    private static readonly CallRate Write = new(1, 1);

    private static readonly Dictionary<string, CallRate> CloudTrail = new(StringComparer.Ordinal)
    {
        ["DeregisterOrganizationDelegatedAdmin"] = Read,
        ["DescribeTrails"] = Read,
        ["GetEventSelectors"] = Read,
        ["GetInsightSelectors"] = Read,
        ["GetTrail"] = Read,
        ["GetTrailStatus"] = Read,
        ["ListPublicKeys"] = Read,
        ["ListTags"] = Read,
        ["ListTrails"] = Read,
        ["RegisterOrganizationDelegatedAdmin"] = Read,
        ["AddTags"] = Write,
        ["CreateTrail"] = Write,
        ["DeleteTrail"] = Write,
        ["PutEventSelectors"] = Write,
        ["PutInsightSelectors"] = Write,
        ["StartLogging"] = Write,
        ["StopLogging"] = Write,
        ["UpdateTrail"] = Write,
    };

    // AWS Organizations user guide, "Quotas and service limits for AWS Organizations", Throttling limits: rate and burst
    // per account. EnableAllFeatures stands there under its older name, EnableFullControl.
    private static readonly Dictionary<string, CallRate> Organizations = new(StringComparer.Ordinal)
    {
        ["DescribeAccount"] = new(20, 30),
        ["DescribeOrganization"] = new(1, 2),
        ["DisableAWSServiceAccess"] = new(1, 2),
        ["EnableAWSServiceAccess"] = new(1, 2),
        ["EnableAllFeatures"] = new(1, 1),
        ["ListAWSServiceAccessForOrganization"] = new(1, 3),
        ["ListAccounts"] = new(8, 12),
        ["ListDelegatedAdministrators"] = new(5, 8),
        ["ListHandshakesForOrganization"] = new(5, 8),
    };

    /// <summary>The rate of an operation; <see langword="null"/> when it needs none.</summary>
    /// <param name="service">The service's short name, for example <c>CloudTrail</c>.</param>
    /// <param name="operation">The operation's name.</param>
    public static CallRate? Of(string service, string operation) => service switch
    {
        "CloudTrail" => CloudTrail.GetValueOrDefault(operation),
        "Organizations" => Organizations.GetValueOrDefault(operation),
        _ => null,
    };
}
