using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Kms;

/// <summary>The refusals of AWS KMS (KMS API reference), with messages in its manner.</summary>
internal static class KmsRefusals
{
    public static AwsErrorException KeyNotFound(string keyId) => new("NotFoundException", $"Key '{keyId}' does not exist");

    public static AwsErrorException InvalidKeyId(string keyId) => new("NotFoundException", $"Invalid keyId '{keyId}'");

    public static AwsErrorException InvalidArn(string arn) => new("InvalidArnException", $"Invalid arn {arn}");

    public static AwsErrorException AccessDenied(string operation, string arn) =>
        new("AccessDeniedException", $"The caller is not authorized to perform: kms:{operation} on resource: {arn} because no resource-based policy allows the kms:{operation} action");

    public static AwsErrorException AliasNotFound(string arn) => new("NotFoundException", $"Alias {arn} is not found.");

    public static AwsErrorException AliasExists(string arn) => new("AlreadyExistsException", $"An alias with the name {arn} already exists");

    public static AwsErrorException ReservedAlias() => new("NotAuthorizedException", "Aliases that begin with alias/aws/ are reserved.");

    public static AwsErrorException Malformed(string message) => new("MalformedPolicyDocumentException", message);

    public static AwsErrorException TooLarge(string message) => new("LimitExceededException", message);

    public static AwsErrorException Tag(string message) => new("TagException", message);

    public static AwsErrorException Invalid(string message) => new("ValidationException", message);

    public static AwsErrorException InvalidMarker() => new("InvalidMarkerException", "The marker is not valid.");

    public static AwsErrorException Unsupported(string message) => new("UnsupportedOperationException", message);

    public static AwsErrorException Disabled(SandboxKey key) => new("DisabledException", $"{key.Arn} is disabled.");

    public static AwsErrorException InvalidState(SandboxKey key) =>
        new("KMSInvalidStateException", key.KeyState == SandboxKey.PendingDeletion ? $"{key.Arn} is pending deletion." : $"{key.Arn} is not pending deletion.");
}
