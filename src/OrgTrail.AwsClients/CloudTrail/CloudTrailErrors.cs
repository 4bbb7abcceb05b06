using Amazon.CloudTrail.Model;
using OrgTrail.AwsClients.Protocol;

namespace Amazon.CloudTrail;

/// <summary>From the error code on the wire to the exception.</summary>
internal static class CloudTrailErrors
{
    public static AmazonCloudTrailException ToException(ServiceError error) => error.Code switch
    {
        nameof(ChannelARNInvalidException) => new ChannelARNInvalidException(error),
        nameof(ChannelNotFoundException) => new ChannelNotFoundException(error),
        nameof(CloudTrailARNInvalidException) => new CloudTrailARNInvalidException(error),
        nameof(CloudTrailAccessNotEnabledException) => new CloudTrailAccessNotEnabledException(error),
        nameof(CloudTrailInvalidClientTokenIdException) => new CloudTrailInvalidClientTokenIdException(error),
        nameof(CloudWatchLogsDeliveryUnavailableException) => new CloudWatchLogsDeliveryUnavailableException(error),
        nameof(ConflictException) => new ConflictException(error),
        nameof(EventDataStoreARNInvalidException) => new EventDataStoreARNInvalidException(error),
        nameof(EventDataStoreNotFoundException) => new EventDataStoreNotFoundException(error),
        nameof(InactiveEventDataStoreException) => new InactiveEventDataStoreException(error),
        nameof(InsufficientDependencyServiceAccessPermissionException) => new InsufficientDependencyServiceAccessPermissionException(error),
        nameof(InsufficientEncryptionPolicyException) => new InsufficientEncryptionPolicyException(error),
        nameof(InsufficientS3BucketPolicyException) => new InsufficientS3BucketPolicyException(error),
        nameof(InsufficientSnsTopicPolicyException) => new InsufficientSnsTopicPolicyException(error),
        nameof(InvalidCloudWatchLogsLogGroupArnException) => new InvalidCloudWatchLogsLogGroupArnException(error),
        nameof(InvalidCloudWatchLogsRoleArnException) => new InvalidCloudWatchLogsRoleArnException(error),
        nameof(InvalidEventSelectorsException) => new InvalidEventSelectorsException(error),
        nameof(InvalidHomeRegionException) => new InvalidHomeRegionException(error),
        nameof(InvalidKmsKeyIdException) => new InvalidKmsKeyIdException(error),
        nameof(InvalidParameterCombinationException) => new InvalidParameterCombinationException(error),
        nameof(InvalidParameterException) => new InvalidParameterException(error),
        nameof(InvalidS3BucketNameException) => new InvalidS3BucketNameException(error),
        nameof(InvalidS3PrefixException) => new InvalidS3PrefixException(error),
        nameof(InvalidSnsTopicNameException) => new InvalidSnsTopicNameException(error),
        nameof(InvalidTagParameterException) => new InvalidTagParameterException(error),
        nameof(InvalidTokenException) => new InvalidTokenException(error),
        nameof(InvalidTrailNameException) => new InvalidTrailNameException(error),
        nameof(KmsException) => new KmsException(error),
        nameof(KmsKeyDisabledException) => new KmsKeyDisabledException(error),
        nameof(KmsKeyNotFoundException) => new KmsKeyNotFoundException(error),
        nameof(MaximumNumberOfTrailsExceededException) => new MaximumNumberOfTrailsExceededException(error),
        nameof(NoManagementAccountSLRExistsException) => new NoManagementAccountSLRExistsException(error),
        nameof(NotOrganizationMasterAccountException) => new NotOrganizationMasterAccountException(error),
        nameof(OperationNotPermittedException) => new OperationNotPermittedException(error),
        nameof(OrganizationNotInAllFeaturesModeException) => new OrganizationNotInAllFeaturesModeException(error),
        nameof(OrganizationsNotInUseException) => new OrganizationsNotInUseException(error),
        nameof(ResourceNotFoundException) => new ResourceNotFoundException(error),
        nameof(ResourceTypeNotSupportedException) => new ResourceTypeNotSupportedException(error),
        nameof(S3BucketDoesNotExistException) => new S3BucketDoesNotExistException(error),
        nameof(TagsLimitExceededException) => new TagsLimitExceededException(error),
        nameof(ThrottlingException) => new ThrottlingException(error),
        nameof(TrailAlreadyExistsException) => new TrailAlreadyExistsException(error),
        nameof(TrailNotFoundException) => new TrailNotFoundException(error),
        nameof(TrailNotProvidedException) => new TrailNotProvidedException(error),
        nameof(UnsupportedOperationException) => new UnsupportedOperationException(error),
        _ => new AmazonCloudTrailException(error),
    };
}
