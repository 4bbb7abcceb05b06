using OrgTrail.Connection;

namespace OrgTrail.Operations;

/// <summary>Deletes a trail. It cannot be taken back; bucket, logs and log group stay.</summary>
public static class DeleteTrail
{
    /// <summary>Reads the trail that is to go.</summary>
    public static async Task<Plan<Trail>> PlanAsync(CloudSession session, TrailIdentity identity, CancellationToken cancellation)
    {
        var trail = await TrailFinder.ReadForChangeAsync(session, identity, cancellation);
        return new(
            trail.TrailARN,
            "Delete trail",
            [
                trail.IsOrganizationTrail ? "no account of the organization is logged by it any more" : "its account is no longer logged by it",
                $"log files and digests in s3://{trail.S3BucketName} stay; the chain of digests ends"],
            trail,
            async applying =>
            {
                await TrailFinder.HomeOf(session, trail).DeleteAsync(TrailFinder.AddressOf(trail), applying);
                return trail;
            });
    }
}
