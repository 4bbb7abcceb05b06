using System.Collections.Frozen;

namespace OrgTrail.Sandbox.Protocol;

/// <summary>
/// The members of each request that mean something here. What else AWS's models have is refused in words that name it: what is
/// accepted and ignored would let a runbook pass that does not.
/// </summary>
internal static class RequestMembers
{
    private const string Table = """
        cloudtrail CreateTrail Name S3BucketName S3KeyPrefix SnsTopicName IncludeGlobalServiceEvents IsMultiRegionTrail EnableLogFileValidation CloudWatchLogsLogGroupArn CloudWatchLogsRoleArn KmsKeyId IsOrganizationTrail RecursiveLogging TagsList
        cloudtrail UpdateTrail Name S3BucketName S3KeyPrefix SnsTopicName IncludeGlobalServiceEvents IsMultiRegionTrail EnableLogFileValidation CloudWatchLogsLogGroupArn CloudWatchLogsRoleArn KmsKeyId IsOrganizationTrail RecursiveLogging
        cloudtrail DeleteTrail Name
        cloudtrail GetTrail Name
        cloudtrail DescribeTrails trailNameList includeShadowTrails
        cloudtrail ListTrails NextToken
        cloudtrail GetTrailStatus Name
        cloudtrail StartLogging Name
        cloudtrail StopLogging Name
        cloudtrail PutEventSelectors TrailName EventSelectors AdvancedEventSelectors
        cloudtrail GetEventSelectors TrailName
        cloudtrail PutInsightSelectors TrailName InsightSelectors EventDataStore
        cloudtrail GetInsightSelectors TrailName EventDataStore
        cloudtrail AddTags ResourceId TagsList
        cloudtrail RemoveTags ResourceId TagsList
        cloudtrail ListTags ResourceIdList NextToken
        cloudtrail ListPublicKeys StartTime EndTime NextToken
        cloudtrail RegisterOrganizationDelegatedAdmin MemberAccountId
        cloudtrail DeregisterOrganizationDelegatedAdmin DelegatedAdminAccountId
        kms CreateKey Policy Description KeyUsage CustomerMasterKeySpec KeySpec Origin BypassPolicyLockoutSafetyCheck Tags MultiRegion
        kms EnableKey KeyId
        kms DisableKey KeyId
        kms ScheduleKeyDeletion KeyId PendingWindowInDays
        kms CancelKeyDeletion KeyId
        kms DescribeKey KeyId
        kms ListKeys Limit Marker
        kms UpdateKeyDescription KeyId Description
        kms GetKeyPolicy KeyId PolicyName
        kms PutKeyPolicy KeyId PolicyName Policy BypassPolicyLockoutSafetyCheck
        kms CreateAlias AliasName TargetKeyId
        kms UpdateAlias AliasName TargetKeyId
        kms DeleteAlias AliasName
        kms ListAliases KeyId Limit Marker
        kms EnableKeyRotation KeyId RotationPeriodInDays
        kms DisableKeyRotation KeyId
        kms GetKeyRotationStatus KeyId
        kms TagResource KeyId Tags
        kms UntagResource KeyId TagKeys
        kms ListResourceTags KeyId Limit Marker
        logs CreateLogGroup logGroupName kmsKeyId tags logGroupClass
        logs DescribeLogGroups logGroupNamePrefix logGroupNamePattern nextToken limit
        logs DeleteLogGroup logGroupName
        logs PutRetentionPolicy logGroupName retentionInDays
        logs DeleteRetentionPolicy logGroupName
        logs ListTagsForResource resourceArn
        logs TagResource resourceArn tags
        logs UntagResource resourceArn tagKeys
        organizations CreateOrganization FeatureSet
        organizations DescribeOrganization
        organizations DeleteOrganization
        organizations ListAccounts NextToken MaxResults
        organizations DescribeAccount AccountId
        organizations CloseAccount AccountId
        organizations CreateAccount Email AccountName RoleName Tags
        organizations DescribeCreateAccountStatus CreateAccountRequestId
        organizations ListCreateAccountStatus States NextToken MaxResults
        organizations InviteAccountToOrganization Target
        organizations RemoveAccountFromOrganization AccountId
        organizations LeaveOrganization
        organizations ListRoots NextToken MaxResults
        organizations ListParents ChildId NextToken MaxResults
        organizations ListChildren ParentId ChildType NextToken MaxResults
        organizations ListAccountsForParent ParentId NextToken MaxResults
        organizations ListOrganizationalUnitsForParent ParentId NextToken MaxResults
        organizations MoveAccount AccountId SourceParentId DestinationParentId
        organizations CreateOrganizationalUnit ParentId Name Tags
        organizations DescribeOrganizationalUnit OrganizationalUnitId
        organizations UpdateOrganizationalUnit OrganizationalUnitId Name
        organizations DeleteOrganizationalUnit OrganizationalUnitId
        organizations EnablePolicyType RootId PolicyType
        organizations DisablePolicyType RootId PolicyType
        organizations ListPolicies Filter NextToken MaxResults
        organizations ListPoliciesForTarget TargetId Filter NextToken MaxResults
        organizations ListTargetsForPolicy PolicyId NextToken MaxResults
        organizations DescribePolicy PolicyId
        organizations EnableAllFeatures
        organizations DescribeHandshake HandshakeId
        organizations AcceptHandshake HandshakeId
        organizations DeclineHandshake HandshakeId
        organizations CancelHandshake HandshakeId
        organizations ListHandshakesForOrganization Filter NextToken MaxResults
        organizations ListHandshakesForAccount Filter NextToken MaxResults
        organizations EnableAWSServiceAccess ServicePrincipal
        organizations DisableAWSServiceAccess ServicePrincipal
        organizations ListAWSServiceAccessForOrganization NextToken MaxResults
        organizations RegisterDelegatedAdministrator AccountId ServicePrincipal
        organizations DeregisterDelegatedAdministrator AccountId ServicePrincipal
        organizations ListDelegatedAdministrators ServicePrincipal NextToken MaxResults
        organizations ListDelegatedServicesForAccount AccountId NextToken MaxResults
        organizations ListTagsForResource ResourceId NextToken
        organizations TagResource ResourceId Tags
        organizations UntagResource ResourceId TagKeys
        iam CreateRole RoleName AssumeRolePolicyDocument Path Description MaxSessionDuration Tags
        iam GetRole RoleName
        iam ListRoles PathPrefix Marker MaxItems
        iam UpdateRole RoleName Description MaxSessionDuration
        iam UpdateAssumeRolePolicy RoleName PolicyDocument
        iam DeleteRole RoleName
        iam TagRole RoleName Tags
        iam UntagRole RoleName TagKeys
        iam ListRoleTags RoleName
        iam ListInstanceProfilesForRole RoleName Marker MaxItems
        iam PutRolePolicy RoleName PolicyName PolicyDocument
        iam GetRolePolicy RoleName PolicyName
        iam DeleteRolePolicy RoleName PolicyName
        iam ListRolePolicies RoleName Marker MaxItems
        iam AttachRolePolicy RoleName PolicyArn
        iam DetachRolePolicy RoleName PolicyArn
        iam ListAttachedRolePolicies RoleName Marker MaxItems
        iam CreateServiceLinkedRole AWSServiceName Description
        iam DeleteServiceLinkedRole RoleName
        iam GetServiceLinkedRoleDeletionStatus DeletionTaskId
        sts GetCallerIdentity
        sts AssumeRole RoleArn RoleSessionName DurationSeconds ExternalId
        sts GetSessionToken DurationSeconds
        sns CreateTopic Name Attributes Tags
        sns DeleteTopic TopicArn
        sns GetTopicAttributes TopicArn
        sns SetTopicAttributes TopicArn AttributeName AttributeValue
        sns ListTopics NextToken
        sns ListSubscriptionsByTopic TopicArn NextToken
        sns ListTagsForResource ResourceArn
        sns TagResource ResourceArn Tags
        sns UntagResource ResourceArn TagKeys
        """;

    private static readonly string[] OfEveryQuery = ["Action", "Version"];

    private static readonly FrozenDictionary<string, string[]> Known = Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(words => $"{words[0]} {words[1]}", words => words[2..], StringComparer.Ordinal);

    /// <summary>The operations of a service, in the order of their names.</summary>
    public static IEnumerable<string> Operations(string service) =>
        Known.Keys.Where(name => name.StartsWith(service + ' ', StringComparison.Ordinal)).Select(name => name[(service.Length + 1)..]).Order(StringComparer.Ordinal);

    /// <summary>The members of a request that mean something.</summary>
    public static IReadOnlyList<string> Of(string service, string operation) => Known[$"{service} {operation}"];

    /// <summary>Refuses members that would be ignored.</summary>
    /// <param name="call">The call.</param>
    /// <param name="members">What it sends, the parts of a list as <c>Tags.member.1.Key</c>.</param>
    public static void Require(ServiceCall call, IEnumerable<string> members)
    {
        if (!Known.TryGetValue($"{call.Service} {call.Operation}", out var known)) return;
        foreach (var member in members.Select(member => member.Split('.', 2)[0]))
        {
            if (!known.Contains(member) && !OfEveryQuery.Contains(member)) throw NotImplemented($"{call.Operation}/{member}");
        }
    }

    /// <summary>The refusal of what is not offered.</summary>
    public static AwsErrorException NotImplemented(string what) => new("NotImplemented", $"The sandbox does not offer this: {what}", 501);
}
