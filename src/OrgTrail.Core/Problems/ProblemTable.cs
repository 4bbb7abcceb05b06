namespace OrgTrail.Problems;

/// <summary>What the errors of AWS mean, and what to do about each.</summary>
internal static class ProblemTable
{
    // Enough for every message of AWS, and little enough of a page that a proxy sent.
    private const int LongestQuote = 600;

    /// <summary>The rows of a service, those that all services share behind them. The first that covers a fault counts.</summary>
    internal static IEnumerable<ProblemRow> Rows(string service) => (service switch
    {
        "CloudTrail" => CloudTrailRows.Organization.Concat(CloudTrailRows.Delivery).Concat(CloudTrailRows.Trails),
        "Organizations" => OrganizationsRows.All,
        "S3" => S3Rows.All,
        "KMS" => KmsRows.All,
        _ => [],
    }).Concat(CredentialRows.All).Concat(CommonRows.All);

    /// <summary>What a fault means.</summary>
    /// <param name="fault">What went wrong.</param>
    /// <returns>A problem that has the service's code, words and request id, without secrets.</returns>
    public static Problem For(ServiceFault fault)
    {
        var row = fault.Kind switch
        {
            ServiceFaultKind.Unreachable => TransportRows.Unreachable,
            ServiceFaultKind.TimedOut => TransportRows.TimedOut,
            ServiceFaultKind.Unreadable => TransportRows.Unreadable,
            _ => Rows(fault.Service).FirstOrDefault(row => row.Covers(fault)) ?? TransportRows.Unknown(fault.StatusCode),
        };

        // Of the rows, one that was found by more than its code knows better than AWS's general words.
        var advice = Fill(row.Advice, fault);
        return new Problem(row.Id, row.Kind, Fill(row.What, fault), row is { Kind: ProblemKind.PermissionDenied, Says: null } ? DecidingPolicy.Advice(fault.Message, advice) : advice)
        {
            Why = Why(fault),
            ErrorCode = fault.Code,
            RequestId = fault.RequestId,
        };
    }

    private static string Fill(string text, ServiceFault fault) => text
        .Replace("{service}", fault.Service, StringComparison.Ordinal)
        .Replace("{operation}", fault.Operation, StringComparison.Ordinal)
        .Replace("{permission}", S3Permissions.For(fault.Operation), StringComparison.Ordinal);

    private static string? Why(ServiceFault fault)
    {
        var words = string.IsNullOrWhiteSpace(fault.Message) ? null : Shortened(Secrets.Redact(fault.Message.Trim()));
        return (fault.Kind, words) switch
        {
            (ServiceFaultKind.Refused, null) => $"{Answer(fault)}.",
            (ServiceFaultKind.Refused, _) => $"{Answer(fault)}: {words}",
            _ => words,
        };
    }

    private static string Shortened(string words) => words.Length > LongestQuote ? string.Concat(words.AsSpan(0, LongestQuote), "…") : words;

    private static string Answer(ServiceFault fault)
    {
        var error = fault.Code ?? $"HTTP status {fault.StatusCode}";
        return $"{fault.Service} answered {fault.Operation} with {error}{(fault.Reason is null ? "" : $" ({fault.Reason})")}";
    }
}
