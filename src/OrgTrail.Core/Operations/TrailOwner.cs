using OrgTrail.Connection;

namespace OrgTrail.Operations;

/// <summary>Whose trail is meant: what an operation was given of it, completed from the connection.</summary>
/// <param name="OrganizationId">The organization; <see langword="null"/> when it was not given and nothing was looked up.</param>
/// <param name="ManagementAccountId">The management account.</param>
/// <param name="HomeRegion">The trail's home Region.</param>
internal sealed record TrailOwner(string? OrganizationId, string? ManagementAccountId, string? HomeRegion)
{
    /// <summary>Whether nothing has to be looked up. The organization's id is not asked for where only statements that name it depend on it.</summary>
    public bool IsKnown => ManagementAccountId is not null && HomeRegion is not null;

    /// <summary>Looks up what is missing.</summary>
    /// <param name="session">The connection; <see langword="null"/> when nothing is missing.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    public async Task<TrailOwner> CompleteAsync(CloudSession? session, CancellationToken cancellation)
    {
        if (session is null) return this;

        var organization = ManagementAccountId is null ? await session.OrganizationAsync(cancellation) : null;
        return new(
            OrganizationId ?? organization?.Id,
            ManagementAccountId ?? organization!.ManagementAccountId,
            HomeRegion ?? session.Cloud.Region);
    }
}
