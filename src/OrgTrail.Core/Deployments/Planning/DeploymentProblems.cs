using OrgTrail.Operations;
using OrgTrail.Trails;

namespace OrgTrail.Deployments;

/// <summary>What can stand in the way of a deployment, and what to do about it.</summary>
internal static class DeploymentProblems
{
    /// <summary>The id of what AWS does not show yet.</summary>
    public const string NotAsWantedId = "NotAsWanted";

    public static Problem NotAsWanted(TrailArn arn, IReadOnlyList<string> faults) => new(
        NotAsWantedId,
        ProblemKind.InvalidState,
        $"All changes were made, but AWS does not show trail {arn} as it is wanted: {string.Join("; ", faults)}.",
        "Somebody may have changed it in the meantime, or AWS needs longer to show it.");

    public static Problem Stopped(Deployment deployment)
    {
        var failed = deployment.Steps.First(step => step.Outcome == StepOutcome.Failed);
        return failed.Problem! with
        {
            What = $"The deployment of trail {deployment.Name} stopped at step {failed.StepId}: {failed.Problem}{Steps(" Done", deployment, StepOutcome.Done)}{Steps(" Not done", deployment, StepOutcome.Failed, StepOutcome.NotReached)}{(IsSilent(deployment) ? $" Trail {deployment.Name} is there, but it does not log." : "")}",
            Why = null,
            Advice = $"{failed.Problem.Advice} Run Deploy-OrgTrail again then: it goes on from there.{(IsSilent(deployment) ? $" Start-OrgTrailLogging -Trail {deployment.TrailARN} starts the logging before that." : "")}",
        };
    }

    // Whether there is a trail whose logging is still to be started.
    private static bool IsSilent(Deployment deployment) =>
        deployment.Steps.Any(step => step is { StepId: StepIds.Trail, Outcome: StepOutcome.Done or StepOutcome.AlreadyRight })
        && deployment.Steps.Any(step => step is { StepId: StepIds.Logging, Outcome: StepOutcome.Failed or StepOutcome.NotReached });

    public static Problem NameInOtherRegion(TrailArn there, TrailArn wanted) => new(
        "TrailInOtherRegion",
        ProblemKind.AlreadyExists,
        $"Trail {there.Name} has the home Region {there.Region}, not {wanted.Region}. A trail cannot change its home Region: a second one would be created, and paid for.",
        $"Deploy with -HomeRegion {there.Region}, or remove the other trail with Remove-OrgTrail {there}. -AllowDuplicate keeps both.");

    public static Problem OnlyManagementConverts(TrailArn there) => new(
        "OnlyManagementAccountConverts",
        ProblemKind.PermissionDenied,
        $"The name {there.Name} is taken by the account trail {there}, and only the management account can convert an account trail to an organization trail.",
        "Deploy with credentials of the management account, or use another -Name.");

    public static Problem NameTaken(TrailArn wanted, Problem refusal) => refusal with
    {
        What = $"The name {wanted.Name} is taken in Region {wanted.Region} of the management account {wanted.AccountId}, by a trail that cannot be seen from here.",
        Advice = "Deploy with credentials of the management account, which converts an account trail to an organization trail, or use another -Name.",
    };

    public static Problem ControlTowerName() => new(
        "ControlTowerTrail",
        ProblemKind.InvalidInput,
        $"The trail {ControlTower.TrailName} is AWS Control Tower's own: what others change of it counts as drift, and is changed back.",
        "Change it in the landing zone's settings of Control Tower, or use another -Name.");

    public static Problem WouldMove(Trail present, string now, string then) => new(
        "TrailInOtherBucket",
        ProblemKind.InvalidState,
        $"Trail {present.Name} delivers to {now}, not to {then}. The logs that are there stay there, and a new chain of digests begins in the new place.",
        "Check bucket and prefix. -Force moves the trail.");

    public static Problem NoRoom(string region, IReadOnlyList<string> there) => new(
        "TooManyTrails",
        ProblemKind.LimitExceeded,
        $"Region {region} has {there.Count} trails already, and no room for another: {string.Join(", ", there)}. A trail for all Regions takes a place in each.",
        "Remove a trail that is not needed any more with Remove-OrgTrail, or deploy under the name of one of them.");

    public static Problem LogGroupOfOtherAccount(string what, string caller) => new(
        "LogGroupInOtherAccount",
        ProblemKind.InvalidInput,
        $"The {what} does not lie in account {caller}, which deploys.",
        "Use a log group and a role of the account that deploys.");

    public static Problem NoBucket(string bucketName) => new(
        ProblemIds.BucketNotFound, ProblemKind.NotFound, $"There is no bucket {bucketName}.", "Check -S3BucketName.");

    public static Problem HiddenBucket(string bucketName) => new(
        ProblemIds.AccessDenied,
        ProblemKind.PermissionDenied,
        $"Bucket {bucketName} belongs to another account, or these credentials may not see it.",
        $"Allow the caller s3:ListBucket, or use credentials of the account that owns bucket {bucketName}.");

    public static Problem ForeignPolicy(string bucketName) => new(
        ProblemIds.AccessDenied,
        ProblemKind.PermissionDenied,
        $"Bucket {bucketName} belongs to another account, so its policy can neither be read nor written from here.",
        $"Use credentials of the account that owns bucket {bucketName}.");

    public static Problem BucketOfOther(string bucketName, bool isHidden) => new(
        ProblemIds.BucketNameTaken,
        ProblemKind.AlreadyExists,
        isHidden ? HiddenBucket(bucketName).What : $"Bucket {bucketName} belongs to another account.",
        "Names of buckets are unique among all accounts. Use another -S3BucketName, or leave out -CreateBucket and the bucket's settings when the bucket belongs to your log archive account, where its policy must let CloudTrail in.");

    public static Problem BucketElsewhere(string bucketName, string region, string asked) => new(
        "BucketInOtherRegion",
        ProblemKind.InvalidState,
        $"Bucket {bucketName} lies in Region {region}, not in {asked}.",
        $"Leave out -BucketRegion or give {region}, or use another -S3BucketName: a bucket cannot be moved.");

    public static Problem CannotRegister(IReadOnlyList<string> accounts, Organization organization) => new(
        ProblemIds.NotOrganizationManagementAccount,
        ProblemKind.PermissionDenied,
        $"Only the management account {organization.ManagementAccountId} can register delegated administrators, and {string.Join(", ", accounts)} {(accounts.Count == 1 ? "is" : "are")} not registered.",
        "Deploy with credentials of the management account, or leave out -DelegatedAdministrator.");

    public static Problem TooManyAdministrators(IReadOnlyList<string> others, IReadOnlyList<string> missing) => new(
        "TooManyDelegatedAdministrators",
        ProblemKind.LimitExceeded,
        $"With {string.Join(", ", missing)} there would be more than {RegisterDelegatedAdministrator.Most} delegated administrators for CloudTrail; there {(others.Count == 1 ? "is" : "are")} also {string.Join(", ", others)}.",
        "Unregister-OrgTrailDelegatedAdmin removes one that is not needed any more.");

    private static string Steps(string heading, Deployment deployment, params StepOutcome[] outcomes)
    {
        string[] ids = [.. deployment.Steps.Where(step => outcomes.Contains(step.Outcome)).Select(step => step.StepId)];
        return $"{heading}: {(ids.Length == 0 ? "nothing" : string.Join(", ", ids))}.";
    }
}
