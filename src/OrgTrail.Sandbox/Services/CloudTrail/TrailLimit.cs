using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>CloudTrail user guide, "Quotas": five trails per Region, and a multi-Region trail counts in every Region.</summary>
internal sealed class TrailLimit(SandboxState state, TrailRegister register)
{
    private const int PerRegion = 5;

    /// <summary>Refuses a trail that would be one too many.</summary>
    /// <param name="trail">The trail as it shall be.</param>
    /// <param name="present">The same trail as it is; <see langword="null"/> for a new one.</param>
    public void Require(SandboxTrail trail, SandboxTrail? present)
    {
        var full = (trail.IsMultiRegionTrail ? state.Regions : [trail.HomeRegion])
            .Where(region => register.CountIn(trail.OwnerAccountId, region, present) >= PerRegion)
            .OrderByDescending(region => region == trail.HomeRegion)
            .FirstOrDefault();
        if (full is not null)
            throw TrailRefusals.TooManyTrails(trail.OwnerAccountId, PerRegion, full);
    }
}
