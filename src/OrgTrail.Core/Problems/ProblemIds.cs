namespace OrgTrail;

/// <summary>The ids of problems that OrgTrail's own code tells apart. The others stand where they are made.</summary>
internal static class ProblemIds
{
    public const string AccessDenied = nameof(AccessDenied);
    public const string BucketAlreadyOwned = nameof(BucketAlreadyOwned);
    public const string BucketBusy = nameof(BucketBusy);
    public const string BucketNameTaken = nameof(BucketNameTaken);
    public const string BucketNotFound = nameof(BucketNotFound);
    public const string BucketPolicyChanged = nameof(BucketPolicyChanged);
    public const string Conflict = nameof(Conflict);
    public const string ConcurrentModification = nameof(ConcurrentModification);
    public const string CredentialsRefused = nameof(CredentialsRefused);
    public const string DelegatedAdministratorAlreadyRegistered = nameof(DelegatedAdministratorAlreadyRegistered);
    public const string DelegatedAdministratorNotRegistered = nameof(DelegatedAdministratorNotRegistered);
    public const string InsufficientBucketPolicy = nameof(InsufficientBucketPolicy);
    public const string KeyPolicyChanged = nameof(KeyPolicyChanged);
    public const string KmsKeyNotFound = nameof(KmsKeyNotFound);
    public const string NotOrganizationManagementAccount = nameof(NotOrganizationManagementAccount);
    public const string ObjectArchived = nameof(ObjectArchived);
    public const string ObjectNotFound = nameof(ObjectNotFound);
    public const string OrganizationNotInAllFeaturesMode = nameof(OrganizationNotInAllFeaturesMode);
    public const string PolicyNotShown = nameof(PolicyNotShown);
    public const string PublicKeysNotKept = nameof(PublicKeysNotKept);
    public const string RegionDisabled = nameof(RegionDisabled);
    public const string TrailAlreadyExists = nameof(TrailAlreadyExists);
    public const string TrailNotFound = nameof(TrailNotFound);
    public const string TrustedAccessNotEnabled = nameof(TrustedAccessNotEnabled);
}
