using OrgTrail.Sandbox.Services.S3;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>What all accounts and Regions of a trail share while its files are delivered.</summary>
/// <param name="Trail">The trail.</param>
/// <param name="OrganizationId">The organization's id, for an organization trail.</param>
/// <param name="Seed">What the contents of log files follow from.</param>
/// <param name="QuietRegions">The Regions in which hardly anything happens.</param>
/// <param name="Bucket">Where the files go; <see langword="null"/> when it is gone, so that none is let in.</param>
/// <param name="Objects">What writes them there.</param>
internal sealed record TrailRun(
    SandboxTrail Trail, string? OrganizationId, int Seed, IReadOnlySet<string> QuietRegions, SandboxBucket? Bucket, BucketObjects Objects);
