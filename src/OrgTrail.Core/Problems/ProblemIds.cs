namespace OrgTrail;

/// <summary>The ids of problems that OrgTrail's own code tells apart. The others stand where they are made.</summary>
internal static class ProblemIds
{
    public const string AccessDenied = nameof(AccessDenied);
    public const string BucketNotFound = nameof(BucketNotFound);
    public const string Conflict = nameof(Conflict);
    public const string ConcurrentModification = nameof(ConcurrentModification);
    public const string InsufficientBucketPolicy = nameof(InsufficientBucketPolicy);
    public const string NotOrganizationManagementAccount = nameof(NotOrganizationManagementAccount);
    public const string OrganizationNotInAllFeaturesMode = nameof(OrganizationNotInAllFeaturesMode);
    public const string TrailNotFound = nameof(TrailNotFound);
    public const string TrustedAccessNotEnabled = nameof(TrustedAccessNotEnabled);
}
