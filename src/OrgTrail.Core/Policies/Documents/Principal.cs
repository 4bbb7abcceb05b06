using OrgTrail.Trails;

namespace OrgTrail.Policies;

/// <summary>One principal that a statement names.</summary>
/// <param name="Type"><c>AWS</c>, <c>Service</c>, <c>Federated</c> or <c>CanonicalUser</c>; <c>*</c> for the bare <c>"Principal": "*"</c>.</param>
/// <param name="Value">The account, ARN, service principal or id.</param>
internal readonly record struct Principal(string Type, string Value)
{
    internal const string Anybody = "*";
    internal const string Service = "Service";
    internal const string Aws = "AWS";

    /// <summary>
    /// The account that a principal stands for as a whole: its id and the ARN of its root user mean the same (IAM user guide,
    /// "Principal", AWS account principals). <see langword="null"/> when it is a part of one, or another sort.
    /// </summary>
    internal static string? WholeAccount(string value) =>
        Arn.Find(value) is { } arn ? (arn.IsRoot ? arn.AccountId : null) : value.Contains(':', StringComparison.Ordinal) ? null : value;
}
