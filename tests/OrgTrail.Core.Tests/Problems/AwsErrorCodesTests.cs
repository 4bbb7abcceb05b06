using OrgTrail.Problems;

namespace OrgTrail.Core.Tests.Problems;

/// <summary>The error codes that the APIs document, each with the problem that scripts see.</summary>
public sealed class AwsErrorCodesTests
{
    // Source: CloudTrail API reference, Errors of the actions on trails and organizations.
    private const string CloudTrail = """
        AccountNotFound AccountNotFound
        AccountRegistered DelegatedAdministratorAlreadyRegistered
        AccountNotRegistered DelegatedAdministratorNotRegistered
        CannotDelegateManagementAccount CannotDelegateManagementAccount
        ChannelARNInvalid NotATrail
        ChannelNotFound NotATrail
        EventDataStoreARNInvalid NotATrail
        EventDataStoreNotFound NotATrail
        InactiveEventDataStore NotATrail
        CloudTrailAccessNotEnabled TrustedAccessNotEnabled
        CloudTrailARNInvalid InvalidTrailArn
        CloudTrailInvalidClientTokenId TopicAccountSuspended
        CloudWatchLogsDeliveryUnavailable CloudWatchLogsUnavailable
        Conflict Conflict
        DelegatedAdminAccountLimitExceeded TooManyDelegatedAdministrators
        InsightNotEnabled InsightsNotEnabled
        InsufficientDependencyServiceAccessPermission InsufficientOrganizationsPermission
        InsufficientEncryptionPolicy InsufficientEncryptionPolicy
        InsufficientIAMAccessPermission InsufficientIamPermission
        InsufficientS3BucketPolicy InsufficientBucketPolicy
        InsufficientSnsTopicPolicy InsufficientTopicPolicy
        InvalidCloudWatchLogsLogGroupArn InvalidLogGroup
        InvalidCloudWatchLogsRoleArn InvalidLogRole
        InvalidEventSelectors InvalidEventSelectors
        InvalidInsightSelectors InvalidInsightSelectors
        InvalidHomeRegion WrongHomeRegion
        InvalidKmsKeyId InvalidKmsKey
        KmsKeyNotFound KmsKeyNotFound
        Kms KmsKeyUnusable
        KmsKeyDisabled KmsKeyUnusable
        InvalidParameter InvalidParameter
        InvalidParameterCombination InvalidParameterCombination
        InvalidS3BucketName InvalidBucketName
        InvalidS3Prefix InvalidS3KeyPrefix
        InvalidSnsTopicName InvalidSnsTopicName
        InvalidTrailName InvalidTrailName
        InvalidTagParameter InvalidTag
        TagsLimitExceeded TooManyTags
        InvalidTimeRange InvalidTimeRange
        InvalidToken ListingInterrupted
        MaximumNumberOfTrailsExceeded TooManyTrails
        NoManagementAccountSLRExists ServiceLinkedRoleMissing
        NotOrganizationMasterAccount NotOrganizationManagementAccount
        NotOrganizationManagementAccount NotOrganizationManagementAccount
        OperationNotPermitted OperationNotPermitted
        UnsupportedOperation OperationUnsupported
        OrganizationNotInAllFeaturesMode OrganizationNotInAllFeaturesMode
        OrganizationsNotInUse OrganizationsNotInUse
        ResourceNotFound TrailNotFound
        ResourceTypeNotSupported NotATrail
        S3BucketDoesNotExist BucketNotFound
        Throttling Throttled
        TrailAlreadyExists TrailAlreadyExists
        TrailNotFound TrailNotFound
        TrailNotProvided TrailNotProvided
        """;

    // Source: AWS Organizations API reference; the part behind a slash is the member Reason.
    private const string Organizations = """
        AWSOrganizationsNotInUse OrganizationsNotInUse
        ConcurrentModification ConcurrentModification
        ConstraintViolation/SERVICE_ACCESS_NOT_ENABLED TrustedAccessNotEnabled
        ConstraintViolation/ORGANIZATION_NOT_IN_ALL_FEATURES_MODE OrganizationNotInAllFeaturesMode
        ConstraintViolation/ALL_FEATURES_MIGRATION_ORGANIZATION_SIZE_LIMIT_EXCEEDED OrganizationTooLarge
        ConstraintViolation/MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED TooManyDelegatedAdministrators
        ConstraintViolation/DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE DelegatedAdministratorExists
        ConstraintViolation/CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR CannotDelegateManagementAccount
        ConstraintViolation/CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR AccountSuspended
        ConstraintViolation/POLICY_TYPE_ENABLED_FOR_THIS_SERVICE PolicyTypeEnabled
        ConstraintViolation/ACCOUNT_NUMBER_LIMIT_EXCEEDED OrganizationConstraint
        HandshakeConstraintViolation/ORGANIZATION_ALREADY_HAS_ALL_FEATURES AllFeaturesAlreadyEnabled
        HandshakeConstraintViolation/ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION AllFeaturesPending
        HandshakeConstraintViolation/HANDSHAKE_RATE_LIMIT_EXCEEDED HandshakeConstraint
        HandshakeNotFound HandshakeNotOpen
        HandshakeAlreadyInState HandshakeNotOpen
        InvalidHandshakeTransition HandshakeNotOpen
        AccessDeniedForDependency InsufficientIamPermission
        MasterCannotLeaveOrganization ManagementAccountBarred
        InvalidInput/UNRECOGNIZED_SERVICE_PRINCIPAL UnknownServicePrincipal
        InvalidInput/INVALID_NEXT_TOKEN ListingInterrupted
        InvalidInput/INVALID_PATTERN InvalidParameter
        AccountNotFound AccountNotFound
        AccountAlreadyRegistered DelegatedAdministratorAlreadyRegistered
        AccountNotRegistered DelegatedAdministratorNotRegistered
        Service ServiceFailed
        TooManyRequests Throttled
        UnsupportedAPIEndpoint EndpointUnsupported
        """;

    private const string Common = """
        AccessDenied AccessDenied
        ExpiredToken CredentialsExpired
        UnrecognizedClient CredentialsRefused
        InvalidClientTokenId CredentialsRefused
        IncompleteSignature SignatureRefused
        SignatureDoesNotMatch SignatureRefused
        RequestTimeTooSkewed ClockSkew
        OptInRequired RegionDisabled
        RegionDisabled RegionDisabled
        RequestTimeout TimedOut
        InternalFailure ServiceFailed
        ServiceUnavailable ServiceFailed
        UnknownOperation OperationUnknown
        ValidationError InvalidParameter
        RequestLimitExceeded Throttled
        LimitExceeded Throttled
        SlowDown Throttled
        """;

    // Source: Amazon S3 API reference, List of error codes.
    private const string S3 = """
        NoSuchBucket BucketNotFound
        NoSuchBucketPolicy BucketPolicyNotFound
        AccessDenied AccessDenied
        MethodNotAllowed NotBucketOwner
        MalformedPolicy MalformedPolicy
        PolicyTooLarge PolicyTooLarge
        BucketAlreadyOwnedByYou BucketAlreadyOwned
        BucketAlreadyExists BucketNameTaken
        TooManyBuckets TooManyBuckets
        InvalidBucketState BucketStateForbids
        InvalidBucketAclWithObjectOwnership BucketAclInTheWay
        InvalidTargetBucketForLogging InvalidLoggingTarget
        CrossLocationLoggingProhibited InvalidLoggingTarget
        CrossLocationLoggingProhibitted InvalidLoggingTarget
        InvalidBucketName InvalidBucketName
        PermanentRedirect BucketInOtherRegion
        AuthorizationHeaderMalformed BucketInOtherRegion
        OperationAborted BucketBusy
        InvalidAccessKeyId CredentialsRefused
        InvalidToken CredentialsRefused
        ExpiredToken CredentialsExpired
        RequestTimeTooSkewed ClockSkew
        SlowDown Throttled
        """;

    // Source: AWS KMS API reference, Errors of each action.
    private const string Kms = """
        NotFound KmsKeyNotFound
        InvalidArn InvalidKmsKey
        KMSInvalidState KmsKeyUnusable
        Disabled KmsKeyUnusable
        KeyUnavailable KmsKeyUnusable
        MalformedPolicyDocument MalformedPolicy
        UnsupportedOperation OperationUnsupported
        AccessDenied AccessDenied
        KMSInternal ServiceFailed
        DependencyTimeout ServiceFailed
        Throttling Throttled
        LimitExceeded Throttled
        """;

    public static TheoryData<string, string, string> Documented()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (service, table) in new[] { ("CloudTrail", CloudTrail), ("Organizations", Organizations), ("STS", Common), ("S3", S3), ("KMS", Kms) })
            foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                data.Add(service, line.Split(' ')[0], line.Split(' ')[1]);
        foreach (var line in Common.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            foreach (var service in new[] { "CloudTrail", "Organizations" })
                data.Add(service, line.Split(' ')[0], line.Split(' ')[1]);
        return data;
    }

    [Theory]
    [MemberData(nameof(Documented))]
    public void A_documented_error_code_has_its_problem_with_and_without_the_ending_Exception(string service, string error, string id)
    {
        var (code, reason) = (error.Split('/')[0], error.Split('/').Skip(1).FirstOrDefault());
        foreach (var spelling in new[] { code, code + "Exception" })
        {
            var problem = ProblemTable.For(new ServiceFault(service, "Operation", ServiceFaultKind.Refused) { Code = spelling, Reason = reason, StatusCode = 400 });
            Assert.Equal(id, problem.Id);
            Assert.Equal(spelling, problem.ErrorCode);
        }
    }

    [Theory]
    [InlineData("CloudTrail", "InvalidSignatureException", "Signature expired: 20250101T000000Z is now earlier than 20250101T010000Z", "ClockSkew")]
    [InlineData("STS", "SignatureDoesNotMatch", "Signature not yet current: 20250101T020000Z is still later than 20250101T010000Z", "ClockSkew")]
    [InlineData("S3", "MalformedPolicy", "Policy exceeds the maximum allowed document size.", "PolicyTooLarge")]
    [InlineData("S3", "MalformedPolicy", "Invalid principal in policy", "MalformedPolicy")]
    [InlineData("S3", "AccessDenied", "User is not authorized because public policies are blocked by the BlockPublicPolicy block public access setting.", "PublicPolicyBlocked")]
    public void One_code_with_several_causes_is_told_apart_by_what_it_says(string service, string code, string message, string id)
    {
        var problem = ProblemTable.For(new ServiceFault(service, "Operation", ServiceFaultKind.Refused) { Code = code, Message = message });
        Assert.Equal(id, problem.Id);
    }
}
