using OrgTrail.Trails;

namespace OrgTrail.Integrity;

/// <summary>A trail, and what is known around it.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="OrganizationId">Its organization; <see langword="null"/> for a trail of one account.</param>
/// <param name="Roots">Where its files lie: those of the organization, and the owner's own.</param>
internal sealed record ProvenTrail(TrailArn Arn, string? OrganizationId, IReadOnlyList<LogRoot> Roots)
{
    /// <summary>Whether it covers all Regions; <see langword="null"/> when that is not known.</summary>
    public bool? IsMultiRegion { get; init; }

    /// <summary>The accounts of the organization; <see langword="null"/> when they cannot be seen.</summary>
    public IReadOnlyList<Account>? Accounts { get; init; }

    /// <summary>Its status; <see langword="null"/> when it cannot be seen.</summary>
    public TrailStatus? Status { get; init; }

    /// <summary>The bucket that it delivers to; <see langword="null"/> where that is not known.</summary>
    public string? Bucket { get; init; }
}
