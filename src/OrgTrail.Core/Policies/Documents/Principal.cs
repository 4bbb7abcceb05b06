namespace OrgTrail.Policies;

/// <summary>One principal that a statement names.</summary>
/// <param name="Type"><c>AWS</c>, <c>Service</c>, <c>Federated</c> or <c>CanonicalUser</c>; <c>*</c> for the bare <c>"Principal": "*"</c>.</param>
/// <param name="Value">The account, ARN, service principal or id.</param>
internal readonly record struct Principal(string Type, string Value)
{
    internal const string Anybody = "*";
    internal const string Service = "Service";
    internal const string Aws = "AWS";
}
