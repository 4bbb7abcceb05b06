using OrgTrail.AwsClients.Protocol;

namespace Amazon.CloudTrail.Model;

// The errors that the used operations can answer with. They carry nothing of their own but their name
// (API reference, "Errors" of each operation), so all of them stand in this one file.

/// <summary>The organization has no such account.</summary>
public sealed class AccountNotFoundException : AmazonCloudTrailException { internal AccountNotFoundException(ServiceError e) : base(e) { } }

/// <summary>The account is no delegated administrator.</summary>
public sealed class AccountNotRegisteredException : AmazonCloudTrailException { internal AccountNotRegisteredException(ServiceError e) : base(e) { } }

/// <summary>The account is a delegated administrator already.</summary>
public sealed class AccountRegisteredException : AmazonCloudTrailException { internal AccountRegisteredException(ServiceError e) : base(e) { } }

/// <summary>The management account cannot be a delegated administrator.</summary>
public sealed class CannotDelegateManagementAccountException : AmazonCloudTrailException { internal CannotDelegateManagementAccountException(ServiceError e) : base(e) { } }

/// <summary>The value is no ARN of a channel.</summary>
public sealed class ChannelARNInvalidException : AmazonCloudTrailException { internal ChannelARNInvalidException(ServiceError e) : base(e) { } }

/// <summary>There is no such channel.</summary>
public sealed class ChannelNotFoundException : AmazonCloudTrailException { internal ChannelNotFoundException(ServiceError e) : base(e) { } }

/// <summary>An ARN is malformed, or of another account.</summary>
public sealed class CloudTrailARNInvalidException : AmazonCloudTrailException { internal CloudTrailARNInvalidException(ServiceError e) : base(e) { } }

/// <summary>CloudTrail has no trusted access in the organization.</summary>
public sealed class CloudTrailAccessNotEnabledException : AmazonCloudTrailException { internal CloudTrailAccessNotEnabledException(ServiceError e) : base(e) { } }

/// <summary>The SNS topic is in a suspended account.</summary>
public sealed class CloudTrailInvalidClientTokenIdException : AmazonCloudTrailException { internal CloudTrailInvalidClientTokenIdException(ServiceError e) : base(e) { } }

/// <summary>The Region cannot deliver to CloudWatch Logs.</summary>
public sealed class CloudWatchLogsDeliveryUnavailableException : AmazonCloudTrailException { internal CloudWatchLogsDeliveryUnavailableException(ServiceError e) : base(e) { } }

/// <summary>The trail is still loading, or being changed by another call.</summary>
public sealed class ConflictException : AmazonCloudTrailException { internal ConflictException(ServiceError e) : base(e) { } }

/// <summary>An organization may have three delegated administrators.</summary>
public sealed class DelegatedAdminAccountLimitExceededException : AmazonCloudTrailException { internal DelegatedAdminAccountLimitExceededException(ServiceError e) : base(e) { } }

/// <summary>The value is no ARN of an event data store.</summary>
public sealed class EventDataStoreARNInvalidException : AmazonCloudTrailException { internal EventDataStoreARNInvalidException(ServiceError e) : base(e) { } }

/// <summary>There is no such event data store.</summary>
public sealed class EventDataStoreNotFoundException : AmazonCloudTrailException { internal EventDataStoreNotFoundException(ServiceError e) : base(e) { } }

/// <summary>The event data store is inactive.</summary>
public sealed class InactiveEventDataStoreException : AmazonCloudTrailException { internal InactiveEventDataStoreException(ServiceError e) : base(e) { } }

/// <summary>No insights are logged.</summary>
public sealed class InsightNotEnabledException : AmazonCloudTrailException { internal InsightNotEnabledException(ServiceError e) : base(e) { } }

/// <summary>The caller lacks rights in Organizations or IAM.</summary>
public sealed class InsufficientDependencyServiceAccessPermissionException : AmazonCloudTrailException { internal InsufficientDependencyServiceAccessPermissionException(ServiceError e) : base(e) { } }

/// <summary>The bucket policy or the key policy keeps CloudTrail out.</summary>
public sealed class InsufficientEncryptionPolicyException : AmazonCloudTrailException { internal InsufficientEncryptionPolicyException(ServiceError e) : base(e) { } }

/// <summary>The caller may not see or make the service-linked role.</summary>
public sealed class InsufficientIAMAccessPermissionException : AmazonCloudTrailException { internal InsufficientIAMAccessPermissionException(ServiceError e) : base(e) { } }

/// <summary>The bucket policy keeps CloudTrail out.</summary>
public sealed class InsufficientS3BucketPolicyException : AmazonCloudTrailException { internal InsufficientS3BucketPolicyException(ServiceError e) : base(e) { } }

/// <summary>The topic is missing, or its policy keeps CloudTrail out.</summary>
public sealed class InsufficientSnsTopicPolicyException : AmazonCloudTrailException { internal InsufficientSnsTopicPolicyException(ServiceError e) : base(e) { } }

/// <summary>The ARN of the log group is not usable.</summary>
public sealed class InvalidCloudWatchLogsLogGroupArnException : AmazonCloudTrailException { internal InvalidCloudWatchLogsLogGroupArnException(ServiceError e) : base(e) { } }

/// <summary>The ARN of the role is not usable.</summary>
public sealed class InvalidCloudWatchLogsRoleArnException : AmazonCloudTrailException { internal InvalidCloudWatchLogsRoleArnException(ServiceError e) : base(e) { } }

/// <summary>The event selectors break a rule.</summary>
public sealed class InvalidEventSelectorsException : AmazonCloudTrailException { internal InvalidEventSelectorsException(ServiceError e) : base(e) { } }

/// <summary>The call went to another Region than the trail's home Region.</summary>
public sealed class InvalidHomeRegionException : AmazonCloudTrailException { internal InvalidHomeRegionException(ServiceError e) : base(e) { } }

/// <summary>The insight selectors break a rule.</summary>
public sealed class InvalidInsightSelectorsException : AmazonCloudTrailException { internal InvalidInsightSelectorsException(ServiceError e) : base(e) { } }

/// <summary>The key, or the policies around it, are not usable.</summary>
public sealed class InvalidKmsKeyIdException : AmazonCloudTrailException { internal InvalidKmsKeyIdException(ServiceError e) : base(e) { } }

/// <summary>Two parameters contradict each other.</summary>
public sealed class InvalidParameterCombinationException : AmazonCloudTrailException { internal InvalidParameterCombinationException(ServiceError e) : base(e) { } }

/// <summary>A parameter is not valid.</summary>
public sealed class InvalidParameterException : AmazonCloudTrailException { internal InvalidParameterException(ServiceError e) : base(e) { } }

/// <summary>The bucket name breaks the naming rules.</summary>
public sealed class InvalidS3BucketNameException : AmazonCloudTrailException { internal InvalidS3BucketNameException(ServiceError e) : base(e) { } }

/// <summary>The key prefix is not valid.</summary>
public sealed class InvalidS3PrefixException : AmazonCloudTrailException { internal InvalidS3PrefixException(ServiceError e) : base(e) { } }

/// <summary>The topic name is not valid.</summary>
public sealed class InvalidSnsTopicNameException : AmazonCloudTrailException { internal InvalidSnsTopicNameException(ServiceError e) : base(e) { } }

/// <summary>A tag is not valid, or given twice.</summary>
public sealed class InvalidTagParameterException : AmazonCloudTrailException { internal InvalidTagParameterException(ServiceError e) : base(e) { } }

/// <summary>The paging token is not valid any more.</summary>
public sealed class InvalidTokenException : AmazonCloudTrailException { internal InvalidTokenException(ServiceError e) : base(e) { } }

/// <summary>The trail name breaks the naming rules.</summary>
public sealed class InvalidTrailNameException : AmazonCloudTrailException { internal InvalidTrailNameException(ServiceError e) : base(e) { } }

/// <summary>The key has a problem.</summary>
public sealed class KmsException : AmazonCloudTrailException { internal KmsException(ServiceError e) : base(e) { } }

/// <summary>No longer in use.</summary>
public sealed class KmsKeyDisabledException : AmazonCloudTrailException { internal KmsKeyDisabledException(ServiceError e) : base(e) { } }

/// <summary>The key is missing, or in another Region than the bucket.</summary>
public sealed class KmsKeyNotFoundException : AmazonCloudTrailException { internal KmsKeyNotFoundException(ServiceError e) : base(e) { } }

/// <summary>The Region has five trails already.</summary>
public sealed class MaximumNumberOfTrailsExceededException : AmazonCloudTrailException { internal MaximumNumberOfTrailsExceededException(ServiceError e) : base(e) { } }

/// <summary>The management account lacks CloudTrail's service-linked role.</summary>
public sealed class NoManagementAccountSLRExistsException : AmazonCloudTrailException { internal NoManagementAccountSLRExistsException(ServiceError e) : base(e) { } }

/// <summary>Only the management account may do this.</summary>
public sealed class NotOrganizationManagementAccountException : AmazonCloudTrailException { internal NotOrganizationManagementAccountException(ServiceError e) : base(e) { } }

/// <summary>Only the management account, or a delegated administrator, may do this.</summary>
public sealed class NotOrganizationMasterAccountException : AmazonCloudTrailException { internal NotOrganizationMasterAccountException(ServiceError e) : base(e) { } }

/// <summary>The call is not allowed here.</summary>
public sealed class OperationNotPermittedException : AmazonCloudTrailException { internal OperationNotPermittedException(ServiceError e) : base(e) { } }

/// <summary>The organization has consolidated billing only.</summary>
public sealed class OrganizationNotInAllFeaturesModeException : AmazonCloudTrailException { internal OrganizationNotInAllFeaturesModeException(ServiceError e) : base(e) { } }

/// <summary>The account belongs to no organization.</summary>
public sealed class OrganizationsNotInUseException : AmazonCloudTrailException { internal OrganizationsNotInUseException(ServiceError e) : base(e) { } }

/// <summary>The resource to tag was not found.</summary>
public sealed class ResourceNotFoundException : AmazonCloudTrailException { internal ResourceNotFoundException(ServiceError e) : base(e) { } }

/// <summary>Resources of this type cannot be tagged.</summary>
public sealed class ResourceTypeNotSupportedException : AmazonCloudTrailException { internal ResourceTypeNotSupportedException(ServiceError e) : base(e) { } }

/// <summary>The bucket does not exist.</summary>
public sealed class S3BucketDoesNotExistException : AmazonCloudTrailException { internal S3BucketDoesNotExistException(ServiceError e) : base(e) { } }

/// <summary>A trail may have 50 tags.</summary>
public sealed class TagsLimitExceededException : AmazonCloudTrailException { internal TagsLimitExceededException(ServiceError e) : base(e) { } }

/// <summary>The rate of calls is too high.</summary>
public sealed class ThrottlingException : AmazonCloudTrailException { internal ThrottlingException(ServiceError e) : base(e) { } }

/// <summary>The name is taken in the home Region.</summary>
public sealed class TrailAlreadyExistsException : AmazonCloudTrailException { internal TrailAlreadyExistsException(ServiceError e) : base(e) { } }

/// <summary>There is no such trail in the Region and account of the call.</summary>
public sealed class TrailNotFoundException : AmazonCloudTrailException { internal TrailNotFoundException(ServiceError e) : base(e) { } }

/// <summary>No longer in use.</summary>
public sealed class TrailNotProvidedException : AmazonCloudTrailException { internal TrailNotProvidedException(ServiceError e) : base(e) { } }

/// <summary>The call is not supported here.</summary>
public sealed class UnsupportedOperationException : AmazonCloudTrailException { internal UnsupportedOperationException(ServiceError e) : base(e) { } }
