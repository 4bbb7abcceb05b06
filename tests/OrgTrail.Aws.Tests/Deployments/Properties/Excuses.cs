namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>
/// The failures that no plan can foresee: CloudTrail refuses the trail for something that the caller cannot see, or that
/// OrgTrail has no client for. Each is accepted only where the state is really so.
/// </summary>
internal static class Excuses
{
    private static readonly (string Reason, string[] Codes, Func<Situation, string, bool> Holds)[] Table =
    [
        ("the policy of a bucket of another account can be neither read nor written",
            ["InsufficientS3BucketPolicyException", "InsufficientEncryptionPolicyException"],
            (situation, _) => situation.Bucket is { } bucket && bucket.OwnerAccountId != situation.Caller),
        ("the Region of a bucket that is hidden is not told, in which the key must lie",
            ["KmsKeyNotFoundException"],
            (situation, region) => situation.Bucket is { } bucket && bucket.OwnerAccountId != situation.Caller && situation.KeyArn(region)!.Split(':')[3] != bucket.Region),
        ("the policy of a key of another account can be neither read nor written",
            ["InsufficientEncryptionPolicyException", "KmsException", "KmsKeyNotFoundException"],
            (situation, region) => situation.KeyArn(region) is { } key && key.Split(':')[4] != situation.Caller),
        ("no topic is read: there is no client of Amazon SNS",
            ["InsufficientSnsTopicPolicyException"],
            (situation, region) => situation.TopicArn(region) is { } topic && !RandomDestinations.Publishes(situation.Start, topic)),
        ("no log group is read: there is no client of CloudWatch Logs",
            ["InvalidCloudWatchLogsLogGroupArnException", "InvalidCloudWatchLogsRoleArnException"],
            (situation, _) => !RandomDestinations.WritesEvents(situation.Start, situation.Text("CloudWatchLogsLogGroupArn")!, situation.Text("CloudWatchLogsRoleArn")!)),
        ("a delegated administrator does not see account trails of the management account",
            ["TrailAlreadyExistsException"],
            (situation, region) => !situation.IsManagement && situation.TrailAt(region) is { IsOrganizationTrail: false }),
        ("a delegated administrator does not see account trails of the management account, which take up room",
            ["MaximumNumberOfTrailsExceededException"],
            (situation, _) => !situation.IsManagement && situation.Start.CloudTrail.Trails.Count(trail => trail is { OwnerAccountId: Names.Management, IsOrganizationTrail: false }) >= 3),
        ("a delegated administrator does not see the roles of the management account",
            ["NoManagementAccountSLRExistsException"],
            (situation, _) => !situation.IsManagement && !RandomOrganization.HasRole(situation.Start)),
    ];

    /// <summary>Why a step may have failed; <see langword="null"/> when it must not.</summary>
    public static string? Of(Situation situation, DeploymentStep failed, string region) => failed.StepId != "Trail" ? null :
        Table.FirstOrDefault(excuse => excuse.Codes.Contains(failed.Problem!.ErrorCode) && excuse.Holds(situation, region)).Reason;
}
