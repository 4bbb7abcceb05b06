using static OrgTrail.ProblemKind;

namespace OrgTrail.Problems;

/// <summary>Errors about who calls and how the request is signed. Source: Common Errors of the query and JSON services, error list of Amazon S3.</summary>
internal static class CredentialRows
{
    private const string SetClock = "Set this computer's clock: AWS accepts requests that are at most five minutes (Amazon S3: 15) off. Then try again.";

    public static IReadOnlyList<ProblemRow> All { get; } =
    [
        new("RequestTimeTooSkewed RequestExpired RequestInTheFuture", "ClockSkew", Authentication,
            "The clocks of this computer and of AWS are too far apart.", SetClock),

        new("InvalidSignature SignatureDoesNotMatch", "ClockSkew", Authentication,
            "The clocks of this computer and of AWS are too far apart.", SetClock) { Says = "Signature expired" },

        new("InvalidSignature SignatureDoesNotMatch", "ClockSkew", Authentication,
            "The clocks of this computer and of AWS are too far apart.", SetClock) { Says = "Signature not yet current" },

        new("SignatureDoesNotMatch InvalidSignature IncompleteSignature", "SignatureRefused", Authentication,
            "The secret access key does not belong to the access key id.",
            "Give both keys again, whole and without blanks around them. When they are right, look for a proxy that changes requests on their way."),

        new("ExpiredToken TokenRefreshRequired", "CredentialsExpired", Authentication,
            "The temporary credentials have expired.",
            "Get new ones: sign in again (aws sso login --profile <name>), or repeat what gave you the session token."),

        new("UnrecognizedClient InvalidClientTokenId InvalidAccessKeyId AuthFailure", ProblemIds.CredentialsRefused, Authentication,
            "AWS does not know the access key or the session token.",
            "Check the keys: they may have been deactivated or deleted, be of another partition (China, GovCloud), or temporary keys without their session token. -Verbose shows where they came from. A Region that the account has not enabled refuses in the same way."),

        new("InvalidToken InvalidSecurity InvalidIdentityToken", ProblemIds.CredentialsRefused, Authentication,
            "AWS does not accept the session token.",
            "Give the access key, the secret key and the session token of the same sign-in, or sign in again."),

        new("MissingAuthenticationToken MissingAuthenticationTokenError", "CredentialsMissing", Authentication,
            "The request to {service} was not signed.",
            "Check the endpoint (-EndpointUrl, AWS_ENDPOINT_URL), and whether a proxy takes headers away."),

        new("NotSignedUp AccountProblem InactiveAccount AccountSuspended", "AccountUnusable", PermissionDenied,
            "The account cannot use {service} now.",
            "Sign in to the account in the AWS console and see what it asks for; a suspended account needs AWS Support."),
    ];
}
