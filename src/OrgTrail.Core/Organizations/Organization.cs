using OrgTrail.Connection;

namespace OrgTrail;

/// <summary>An organization of AWS Organizations.</summary>
public sealed class Organization : CloudObject
{
    /// <summary>The organization's id, for example <c>o-exampleorgid</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The organization's ARN; <see langword="null"/> when AWS does not tell.</summary>
    public string? Arn { get; init; }

    /// <summary><c>ALL</c> or <c>CONSOLIDATED_BILLING</c>. Organization trails need <c>ALL</c>.</summary>
    public required string FeatureSet { get; init; }

    /// <summary>The 12-digit id of the management account, which owns every organization trail.</summary>
    public required string ManagementAccountId { get; init; }

    /// <summary>The ARN of the management account.</summary>
    public string? ManagementAccountArn { get; init; }

    /// <summary>The state of the handshake that changes the organization to all features; <see langword="null"/> when there is none.</summary>
    public string? AllFeaturesHandshakeState { get; init; }

    /// <summary>The id of that handshake; <see langword="null"/> when there is none.</summary>
    public string? AllFeaturesHandshakeId { get; init; }

    /// <summary>Whether all features are enabled.</summary>
    public bool HasAllFeatures => FeatureSet == "ALL";

    /// <summary>The organization's id.</summary>
    public override string ToString() => Id;
}
