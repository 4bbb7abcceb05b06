namespace OrgTrail.Deployments;

/// <summary>The steps of a deployment, in their order. Scripts may depend on their ids.</summary>
internal static class StepIds
{
    public const string AllFeatures = nameof(AllFeatures);
    public const string TrustedAccess = nameof(TrustedAccess);
    public const string Bucket = nameof(Bucket);
    public const string BucketPolicy = nameof(BucketPolicy);
    public const string KeyPolicy = nameof(KeyPolicy);
    public const string Trail = nameof(Trail);
    public const string EventSelectors = nameof(EventSelectors);
    public const string InsightSelectors = nameof(InsightSelectors);
    public const string Tags = nameof(Tags);
    public const string DelegatedAdministrators = nameof(DelegatedAdministrators);
    public const string Logging = nameof(Logging);
    public const string Verification = nameof(Verification);
}
