using OrgTrail.Trails;

namespace OrgTrail.Policies;

/// <summary>Why a statement's principals do not include a service.</summary>
internal static class PrincipalMisfit
{
    // CloudTrail user guide, "Amazon S3 bucket policy for CloudTrail", earlier editions: one account for each of the first Regions.
    private static readonly HashSet<string> FormerAccounts =
    [
        "086441151436", "388731089494", "113285607260", "859597730677", "035351147821", "903692715234", "284668455005", "216624486486", "492519147666", "814480443879",
    ];

    /// <summary>The misfit; <see langword="null"/> when the service is meant.</summary>
    internal static Misfit? Of(Statement statement, string service)
    {
        if (PrincipalMatch.Of(statement, service).Means == Truth.True) return null;
        return statement.Principals.Except
            ? Misfit.Slip($"{PrincipalMatch.NotPrincipalDoubt}: name {service} by Principal.")
            : statement.Principals.Items.Select(principal => Of(principal, service)).MinBy(misfit => misfit.Distance);
    }

    private static Misfit Of(Principal principal, string service) => principal switch
    {
        { Type: Principal.Service, Value: Principal.Anybody } => Misfit.Slip($"{PrincipalMatch.ServiceWildcardDoubt}: name {service}."),
        { Type: Principal.Service } when Spelling.IsSlipOf(principal.Value, service) => Misfit.Slip($"The service is spelt '{principal.Value}'; it is {service}."),
        { Type: Principal.Service } when principal.Value.StartsWith(Name(service), StringComparison.OrdinalIgnoreCase) =>
            Misfit.Slip($"'{principal.Value}' is another principal than {service}, which delivers in every Region and partition."),
        { Type: Principal.Service } => new(2, $"Its principal is the service {principal.Value}, not {service}."),
        { Type: Principal.Aws } when principal.Value.Contains(Name(service), StringComparison.OrdinalIgnoreCase) =>
            Misfit.Slip($"'{principal.Value}' stands under \"AWS\"; it must be \"Service\": \"{service}\"."),
        _ when Principal.WholeAccount(principal.Value) is { } account && FormerAccounts.Contains(account) =>
            Misfit.Slip($"Its principal {principal.Value} is the account that CloudTrail once had in one Region; it must be \"Service\": \"{service}\"."),
        _ => Misfit.Unrelated($"Its principal is {Sort(principal)} {principal.Value}, not the service {service}."),
    };

    private static string Name(string service) => service[..(service.IndexOf('.', StringComparison.Ordinal) + 1)];

    private static string Sort(Principal principal) => Arn.Find(principal.Value) switch
    {
        { Service: "iam" } arn when arn.Resource.StartsWith("user/", StringComparison.Ordinal) => "the IAM user",
        { Service: "iam" } arn when arn.Resource.StartsWith("role/", StringComparison.Ordinal) => "the IAM role",
        { Service: "sts" } => "the session",
        _ when principal.Type == Principal.Aws => "the account",
        _ => $"\"{principal.Type}\"",
    };
}
