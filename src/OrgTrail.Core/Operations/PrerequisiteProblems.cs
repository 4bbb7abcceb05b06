using OrgTrail.Health;

namespace OrgTrail.Operations;

/// <summary>What can be missing before CloudTrail takes an organization trail, and what mends it.</summary>
internal static class PrerequisiteProblems
{
    public static Problem NotAllFeatures(Organization organization) => new(
        ProblemIds.OrganizationNotInAllFeaturesMode,
        ProblemKind.InvalidState,
        $"Organization {organization.Id} has the feature set {organization.FeatureSet}; organization trails need all features.",
        "Run Enable-OrgAllFeatures in the management account. It cannot be taken back.");

    public static Problem NotTrusted(Organization organization) => new(
        ProblemIds.TrustedAccessNotEnabled,
        ProblemKind.InvalidState,
        $"Trusted access for CloudTrail is off in organization {organization.Id}.",
        "Run Enable-OrgTrustedAccess in the management account.");

    public static Problem WrongAccount(Organization organization, string account) => new(
        ProblemIds.NotOrganizationManagementAccount,
        ProblemKind.PermissionDenied,
        $"The credentials belong to account {account}, which is neither the management account {organization.ManagementAccountId} of organization {organization.Id} nor a delegated administrator for CloudTrail.",
        "Use credentials of the management account, for example -ProfileName management.");

    public static Problem NotManagementAccount(Organization organization, string account, string deed) => new(
        ProblemIds.NotOrganizationManagementAccount,
        ProblemKind.PermissionDenied,
        $"{deed} by the management account {organization.ManagementAccountId} of organization {organization.Id} alone, and the credentials belong to account {account}.",
        "Use credentials of the management account, for example -ProfileName management.");

    public static Problem NoBucket(Trail trail, Problem refusal) => refusal with
    {
        What = $"There is no bucket {trail.S3BucketName}.",
        Why = null,
        Advice = $"Check -S3BucketName, or create the bucket: New-OrgTrailBucket -BucketName {trail.S3BucketName} -TrailName {trail.Name}{Pasted.Prefix(trail)}.",
    };

    public static Problem NoBucketPolicy(Trail trail, PolicyVerdict verdict) => new(
        ProblemIds.InsufficientBucketPolicy,
        ProblemKind.InvalidState,
        $"The policy of bucket {trail.S3BucketName} does not let CloudTrail {(verdict.Delivers ? "create, update or convert" : "deliver for")} trail {trail.Name}: {Shortcomings(verdict)}.",
        string.Join(" ", Remedies(trail, verdict)));

    /// <summary>What to do about statements of a bucket policy that deny.</summary>
    public static string ExemptCloudTrail(string bucketName) =>
        $"Exempt CloudTrail in the statements that deny, for example by the condition \"Bool\": {{\"aws:PrincipalIsAWSService\": \"false\"}}, or use another bucket. Get-OrgTrailBucketPolicy {bucketName} shows the policy.";

    // A merge adds what is missing. It lifts no Deny, which is its writer's to change.
    private static IEnumerable<string> Remedies(Trail trail, PolicyVerdict verdict)
    {
        if (verdict.Missing.Count > 0)
            yield return $"Run New-OrgTrailBucketPolicy -BucketName {trail.S3BucketName} -TrailName {trail.Name}{Pasted.Prefix(trail)} | Set-OrgTrailBucketPolicy; Test-OrgTrailBucketPolicy tells the details.";
        if (verdict.BlockedBy.Count > 0)
            yield return ExemptCloudTrail(verdict.BucketName);
    }

    private static string Shortcomings(PolicyVerdict verdict) => string.Join("; ",
    [
        .. verdict.Missing.Count > 0 ? (string[])[$"nothing allows {string.Join(", ", verdict.Missing)}"] : [],
        .. NearMiss.Words(verdict.NearMisses).Select(miss => miss.TrimEnd('.')),
        .. verdict.BlockedBy.Select(statement => $"blocked by {statement}"),
    ]);
}
