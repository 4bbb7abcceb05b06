using OrgTrail.Problems;

namespace OrgTrail.Aws.Profiles;

/// <summary>What can be wrong with a profile.</summary>
internal static class ProfileProblems
{
    public static Problem NotFound(string name, string origin, ProfileStores stores) => new(
        "ProfileNotFound", ProblemKind.NotFound,
        $"There is no profile '{name}', named by {origin}. Looked in {stores.Places}.",
        stores.Names.Count == 0
            ? "There are no profiles at all there. Make one with aws configure, aws configure sso or Set-AWSCredential, or give -ProfileLocation."
            : $"Check the name.{NearNames.Hint(name, stores.Names)} aws configure list-profiles shows all of them.");

    public static Problem Unreadable(string path, string why) => new(
        "ProfileFileUnreadable", ProblemKind.InvalidInput,
        $"The configuration file {path} cannot be read.",
        "Check its path and its permissions.")
    { Why = why };

    public static Problem Incomplete(Profile profile, string lacks) => new(
        "ProfileIncomplete", ProblemKind.InvalidInput,
        $"{Subject(profile)} in {profile.Store} {lacks}.",
        $"Complete the profile (aws configure --profile {profile.Name}), or name another one.");

    public static Problem HalfKeys(Profile profile) => new(
        "IncompleteCredentials", ProblemKind.Authentication,
        $"{Subject(profile)} in {profile.Store} has only one of aws_access_key_id and aws_secret_access_key.",
        $"Complete the profile (aws configure --profile {profile.Name}).");

    public static Problem MfaRequired(Profile profile) => new(
        "MfaRequired", ProblemKind.Authentication,
        $"{Subject(profile)} needs a code of the MFA device {profile["mfa_serial"]}, and OrgTrail does not ask for codes.",
        $"Run: aws configure export-credentials --profile {profile.Name} --format powershell | Invoke-Expression. It asks for the code and sets environment keys; then leave -ProfileName out.");

    public static Problem LoginUnsupported(Profile profile) => new(
        "ProfileUnsupported", ProblemKind.Authentication,
        $"{Subject(profile)} signs in by aws login, which OrgTrail cannot do by itself.",
        $"Run: aws configure export-credentials --profile {profile.Name} --format powershell | Invoke-Expression. Then leave -ProfileName out.");

    public static Problem SsoTokenExpired(Profile profile) => new(
        "SsoTokenExpired", ProblemKind.Authentication,
        $"The sign-in of profile '{profile.Name}' to IAM Identity Center has expired, or has not been done.",
        $"Run: aws sso login --profile {profile.Name}");

    public static Problem SsoRoleRefused(Profile profile, ServiceFault fault) => ProblemTable.For(fault) with
    {
        Id = "SsoRoleRefused",
        Kind = ProblemKind.PermissionDenied,
        What = $"IAM Identity Center does not give the role {profile["sso_role_name"]} in account {profile["sso_account_id"]} to the user of profile '{profile.Name}'.",
        Advice = "Check sso_account_id and sso_role_name of the profile, and which accounts and roles the AWS access portal offers you.",
    };

    public static Problem AssumeRoleRefused(string origin, string roleArn, ServiceFault fault) => ProblemTable.For(fault) with
    {
        Id = "AssumeRoleRefused",
        Kind = ProblemKind.PermissionDenied,
        What = $"The role {roleArn} of {origin} may not be assumed.",
        Advice = "Check the ARN, that the role's trust policy names the caller (and external_id, when it asks for one), and that the caller may call sts:AssumeRole on it.",
    };

    public static Problem TokenUnreadable(string origin, string why) => new(
        "WebIdentityTokenUnreadable", ProblemKind.Authentication,
        $"The web identity token of {origin} cannot be read: {why}",
        "Check web_identity_token_file in the profile, or AWS_WEB_IDENTITY_TOKEN_FILE, and the permissions of the file.");

    public static Problem ProcessFailed(Profile profile, string how) => new(
        "CredentialProcessFailed", ProblemKind.Authentication,
        $"The credential_process of profile '{profile.Name}' {how}.",
        "Run the command by hand to see what it says; what it prints is not repeated here, since it may hold secrets. It must print JSON with Version 1, AccessKeyId and SecretAccessKey.");

    private static string Subject(Profile profile) => $"Profile '{profile.Name}'";
}
