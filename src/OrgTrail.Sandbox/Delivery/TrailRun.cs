using OrgTrail.Sandbox.State;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>What all accounts and Regions of a trail share while its files are delivered.</summary>
/// <param name="Trail">The trail.</param>
/// <param name="OrganizationId">The organization's id, for an organization trail.</param>
/// <param name="Seed">What the contents of log files follow from.</param>
/// <param name="QuietRegions">The Regions in which hardly anything happens.</param>
/// <param name="Objects">Where the files go.</param>
internal sealed record TrailRun(
    SandboxTrail Trail, string? OrganizationId, int Seed, IReadOnlySet<string> QuietRegions, IObjectStore Objects);
