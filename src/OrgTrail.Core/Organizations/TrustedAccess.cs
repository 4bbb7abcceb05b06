using OrgTrail.Connection;

namespace OrgTrail;

/// <summary>Whether CloudTrail may act in all accounts of an organization.</summary>
public sealed class TrustedAccess : CloudObject
{
    /// <summary>CloudTrail's service principal. It is the same in every partition.</summary>
    public const string CloudTrail = "cloudtrail.amazonaws.com";

    /// <summary>The service: <c>cloudtrail.amazonaws.com</c>.</summary>
    public string ServicePrincipal { get; init; } = CloudTrail;

    /// <summary>Whether trusted access is on.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Since when; <see langword="null"/> when it is off, or when AWS does not tell.</summary>
    public DateTimeOffset? DateEnabled { get; init; }

    /// <summary>The id of the organization.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>The 12-digit id of the management account.</summary>
    public required string ManagementAccountId { get; init; }

    /// <summary>The service and whether it is trusted.</summary>
    public override string ToString() => $"{ServicePrincipal} {(Enabled ? "enabled" : "disabled")} in {OrganizationId}";
}
