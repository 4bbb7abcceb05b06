namespace OrgTrail.Deployments;

/// <summary>All that stands in the way of a deployment, so that it is said at once and before anything is changed.</summary>
internal static class Obstacles
{
    /// <summary>The obstacles; none when the deployment can go ahead.</summary>
    public static IReadOnlyList<Problem> Of(DeploymentAim aim, BucketPlan bucket, KeyPlan key)
    {
        // To who may not deploy at all, everything else looks wrong, too.
        Problem[] caller = [.. OrganizationObstacles.OfCaller(aim)];
        return caller.Length > 0 ? caller :
        [
            .. OrganizationObstacles.Of(aim),
            .. TrailObstacles.Of(aim),
            .. BucketObstacles.Of(aim, bucket),
            .. KeyObstacles.Of(aim, key),
        ];
    }
}
