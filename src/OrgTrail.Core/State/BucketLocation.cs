using OrgTrail.Buckets;

namespace OrgTrail.State;

/// <summary>Whose a bucket is, and where it lies.</summary>
/// <param name="Access">Whose it is, as far as the caller can see.</param>
/// <param name="Region">Its Region; <see langword="null"/> when there is no such bucket.</param>
internal sealed record BucketLocation(BucketAccess Access, string? Region);
