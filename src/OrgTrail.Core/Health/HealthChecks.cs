namespace OrgTrail.Health;

/// <summary>The checks there are, in the order in which they are reported.</summary>
internal static class HealthChecks
{
    public static IReadOnlyList<Check> All { get; } =
    [
        new CallerRoleCheck(),
        new AllFeaturesCheck(),
        new TrustedAccessCheck(),
        new ServiceLinkedRoleCheck(),
        new OrganizationTrailCheck(),
        new MultiRegionCheck(),
        new HomeRegionCheck(),
        new DuplicateTrailsCheck(),
        new LoggingCheck(),
        new ManagementEventsCheck(),
        new OwnDeliveriesCheck(),
        new LogFileValidationCheck(),
        new LogDeliveryCheck(),
        new DigestDeliveryCheck(),
        new LogFreshnessCheck(),
        new DigestFreshnessCheck(),
        new BucketCheck(),
        new BucketOwnerCheck(),
        new BucketPolicyCheck(),
        new PublicAccessCheck(),
        new TlsOnlyCheck(),
        new VersioningCheck(),
        new AccessLoggingCheck(),
        new EncryptionCheck(),
        new KeyStateCheck(),
        new KeyRegionCheck(),
        new KeyPolicyCheck(),
        new KeyRotationCheck(),
        new CloudWatchLogsCheck(),
        new NotificationsCheck(),
        new TagsCheck(),
        new CoverageCheck(),
    ];
}
