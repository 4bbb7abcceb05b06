using OrgTrail.Buckets;
using OrgTrail.Health;
using OrgTrail.Trails;

namespace OrgTrail.Deployments;

/// <summary>What the user should know before a deployment, although nothing stands in its way.</summary>
internal static class Cautions
{
    /// <summary>The cautions, a sentence or two each.</summary>
    public static IReadOnlyList<string> Of(DeploymentAim aim, BucketPlan bucket, KeyPlan key) =>
        [.. Organization(aim), .. Trails(aim), .. Bucket(aim, bucket), .. Key(aim, key)];

    private static IEnumerable<string> Organization(DeploymentAim aim)
    {
        if (!aim.Facts.Trust.IsKnown)
            yield return $"Whether CloudTrail has trusted access cannot be seen, so CloudTrail decides: {aim.Facts.Trust.Refusal}";
        if (aim.Wanted.DelegatedAdministrators.Count == 0) yield break;
        if (!aim.Facts.Administrators.IsKnown)
            yield return $"The delegated administrators cannot be seen, so they were left as they are: {aim.Facts.Administrators.Refusal}";
        foreach (var other in aim.Facts.Administrators.Value?.Except(aim.Wanted.DelegatedAdministrators) ?? [])
            yield return $"Account {other} is a delegated administrator for CloudTrail, too, though it is not wanted. Unregister-OrgTrailDelegatedAdmin {other} removes it.";
    }

    private static IEnumerable<string> Trails(DeploymentAim aim)
    {
        foreach (var other in aim.Facts.Trails.Where(trail => trail.IsOrganizationTrail && trail.TrailARN != aim.Arn.ToString()))
            yield return $"The organization has another organization trail, {other.TrailARN}: every event is recorded, and paid for, more than once.";
        foreach (var hidden in aim.Facts.HiddenTrails)
            yield return $"Trail {hidden.TrailArn} cannot be seen: whether it is a second organization trail is not known.";
        if (aim.Present is null && DefaultRegions.NeedsOptIn(aim.Arn.Region))
            yield return $"Region {aim.Arn.Region} must be opted in to: accounts that have not opted in deliver nothing to a trail whose home Region it is. Prefer a Region that every account has, for example us-east-1.";
    }

    private static IEnumerable<string> Bucket(DeploymentAim aim, BucketPlan plan)
    {
        foreach (var warning in plan.Settings?.Warnings ?? []) yield return warning;
        var bucket = aim.Facts.Bucket;
        if (bucket.Standing is BucketStanding.Foreign or BucketStanding.Hidden)
            yield return $"Bucket {bucket.BucketName} belongs to another account, so its policy can neither be read nor written from here, and CloudTrail decides. Its owner lets CloudTrail in with New-OrgTrailBucketPolicy -BucketName {bucket.BucketName} -TrailName {aim.Wanted.Name}{Pasted.Prefix(aim.Delivery.S3KeyPrefix)} -OrganizationId {aim.Facts.Organization.Id} -ManagementAccountId {aim.Arn.AccountId} -HomeRegion {aim.Arn.Region} | Set-OrgTrailBucketPolicy.";
        else if (bucket.Policy.Refusal is { } refusal)
            yield return $"The policy of bucket {bucket.BucketName} cannot be seen, so it was left as it is, and CloudTrail decides: {refusal}";
        if (plan.Verdict is { Refuses: false, Sufficient: false } doubt) yield return doubt.ToString();
        foreach (var suggestion in plan.Policy?.Suggestions ?? []) yield return suggestion;
    }

    private static IEnumerable<string> Key(DeploymentAim aim, KeyPlan plan)
    {
        if (aim.Facts.Key is { Missing: null, Policy.Refusal: { } refusal })
            yield return $"The policy of key {aim.KmsKeyId} cannot be seen, so it was left as it is, and CloudTrail decides: {refusal}";
        if (plan.Verdict is { Refuses: false, Sufficient: false } doubt) yield return doubt.ToString();
        foreach (var suggestion in plan.Policy?.Suggestions ?? []) yield return suggestion;
    }
}
