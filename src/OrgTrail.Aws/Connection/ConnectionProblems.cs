namespace OrgTrail.Aws.Connection;

/// <summary>What can be wrong with a connection before any service is asked for its own sake.</summary>
internal static class ConnectionProblems
{
    public static Problem HalfGivenKeys { get; } = new(
        "IncompleteCredentials", ProblemKind.Authentication,
        "Credentials given by hand need both -AccessKey and -SecretKey.",
        "Give both, and -SessionToken with temporary keys; or none of the three.");

    public static Problem HalfEnvironmentKeys { get; } = new(
        "IncompleteCredentials", ProblemKind.Authentication,
        "Only one of the environment variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY is set.",
        "Set both, and AWS_SESSION_TOKEN with temporary keys; or remove the one that is set.");

    public static Problem EmptyCredential { get; } = new(
        "IncompleteCredentials", ProblemKind.Authentication,
        "The credentials object has no access key or no secret key.",
        "Give an object as Get-AWSCredential emits it, or keys by -AccessKey and -SecretKey.");

    public static Problem InvalidEndpointUrl(string origin) => new(
        "InvalidEndpointUrl", ProblemKind.InvalidInput,
        $"The endpoint in {origin} is not an absolute http or https address.",
        "Give an address such as https://localhost:4566, without user name and password.");

    public static Problem NoCredentials(IEnumerable<string> tried) => new(
        "NoCredentials", ProblemKind.Authentication,
        $"There are no AWS credentials. Looked at: {string.Join("; ", tried)}.",
        "Name a profile with -ProfileName (Get-OrgTrail -ProfileName <Tab> shows them), sign in (aws sso login, aws configure), or set AWS_PROFILE.");

    public static Problem NoRegion { get; } = new(
        "NoRegion", ProblemKind.InvalidInput,
        "No Region is given: not by -Region, $StoredAWSRegion, the profile in use, AWS_REGION or AWS_DEFAULT_REGION, nor by instance metadata.",
        "Give one, for example -Region us-east-1. A new trail gets its home Region from it; us-east-1 is one that every account has.");

    public static Problem InvalidRegion(string region, string origin, string hint) => new(
        "InvalidRegion", ProblemKind.InvalidInput,
        $"'{region}', from {origin}, is not the code of a Region that the AWS SDK knows.{hint}",
        "Correct the Region, for example -Region eu-central-1. With -EndpointUrl any Region is taken.");

    public static Problem ContainerRefused(string why) => new(
        "ContainerCredentialsFailed", ProblemKind.Authentication,
        "The container's credentials endpoint gave no credentials.",
        "Check the task role, AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and AWS_CONTAINER_CREDENTIALS_FULL_URI.")
    { Why = why };

    public static Problem CredentialObjectFailed(string why) => new(
        "CredentialObjectFailed", ProblemKind.Authentication,
        "The credentials object gave no keys.",
        "Make a new one, for example with Get-AWSCredential -ProfileName <name>.")
    { Why = why };
}
