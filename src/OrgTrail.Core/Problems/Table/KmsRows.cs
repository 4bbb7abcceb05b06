using static OrgTrail.ProblemKind;

namespace OrgTrail.Problems;

/// <summary>Errors of AWS KMS. Source: AWS KMS API reference, Errors of each action.</summary>
internal static class KmsRows
{
    public static IReadOnlyList<ProblemRow> All { get; } =
    [
        new("NotFound", ProblemIds.KmsKeyNotFound, NotFound,
            "There is no such KMS key in this account and Region.",
            "Check the id and the Region. A key of another account is found by its full ARN only."),

        new("InvalidArn", "InvalidKmsKey", InvalidInput,
            "AWS KMS does not accept the name of the key.",
            "Give a key id, a key ARN, 'alias/<name>' or an alias ARN; for reading and changing its policy the id or the ARN."),

        new("KMSInvalidState Disabled KeyUnavailable", "KmsKeyUnusable", InvalidState,
            "The state of the KMS key does not allow {operation}.",
            "The key must be enabled and not about to be deleted (aws kms enable-key, aws kms cancel-key-deletion)."),

        new("MalformedPolicyDocument", "MalformedPolicy", InvalidInput,
            "AWS KMS does not accept the policy.",
            "Correct what AWS KMS names. An 'invalid principal' does not exist, or was made only just now. AWS KMS also refuses a policy that would lock the caller out: it must go on allowing the caller kms:PutKeyPolicy."),

        new("LimitExceeded", "PolicyTooLarge", LimitExceeded,
            "The key policy is too large: AWS KMS takes at most 32 KB.",
            "Take out statements that are not needed, or put several resources or trail ARNs into one statement.") { Operation = "PutKeyPolicy" },

        new("UnsupportedOperation", "OperationUnsupported", InvalidState,
            "AWS KMS does not support {operation} for this key.",
            "Use a symmetric key whose material AWS KMS made."),

        new("AccessDenied", ProblemIds.AccessDenied, PermissionDenied,
            "The caller may not call {operation} on this key.",
            "Allow the caller kms:{operation}: the key's own policy decides, and lets the caller's policies take part only where it says so. For a key of another account both must allow it."),

        new("KMSInternal DependencyTimeout", "ServiceFailed", ServiceFailed,
            "AWS KMS failed on {operation}.",
            "Try again in a few minutes. When it stays, see health.aws.amazon.com, and give the request id to AWS Support."),
    ];
}
