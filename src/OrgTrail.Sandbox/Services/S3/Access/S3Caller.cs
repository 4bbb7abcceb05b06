using OrgTrail.Policies;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>Who calls, as policies name callers.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Arns">The ARNs that mean the caller: of the account's root user, or of a role's session and its role.</param>
/// <param name="OrganizationId">The organization that the account is a member of; <see langword="null"/> for none.</param>
internal sealed record S3Caller(string AccountId, IReadOnlyList<string> Arns, string? OrganizationId)
{
    /// <summary>The ARN that stands in messages and in <c>aws:PrincipalArn</c>.</summary>
    public string Arn => Arns[0];

    public static S3Caller Of(ServiceCall call, SandboxState state)
    {
        lock (state.Gate)
        {
            var organization = state.Organizations.Organization is { } known && known.Accounts.Any(account => account.Id == call.AccountId) ? known.Id : null;
            return new(call.AccountId, state.Iam.Sessions.TryGetValue(call.AccessKey, out var session) ? OfSession(session) : [Root(call.AccountId)], organization);
        }
    }

    /// <summary>Whether an element <c>Principal</c> means the caller (IAM user guide, "AWS JSON policy elements: Principal").</summary>
    /// <remarks>An account stands for its principals whose own policies allow the call; the sandbox's principals may all.</remarks>
    public bool IsMeantBy(Principal principal) => principal switch
    {
        { Value: Principal.Anybody, Type: Principal.Anybody or Principal.Aws } => true,
        { Type: Principal.Aws } => principal.Value == AccountId || principal.Value == Root(AccountId) || Arns.Contains(principal.Value),
        { Type: "CanonicalUser" } => principal.Value == CanonicalUser.IdOf(AccountId),
        _ => false,
    };

    private static string Root(string account) => $"arn:aws:iam::{account}:root";

    // arn:aws:sts::<account>:assumed-role/<role>/<session>; policies name the role, with its path, or the session.
    private static IReadOnlyList<string> OfSession(SandboxSession session)
    {
        var parts = session.Arn.Split('/');
        return parts.Length == 3 ? [$"arn:aws:iam::{session.AccountId}:role/{parts[1]}", session.Arn] : [session.Arn];
    }
}
