using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>Whether a trail's log group and the role for it are there and fit.</summary>
internal sealed class LogGroupAccess(SandboxState state, CloudTrailCalls calls)
{
    private const string Streams = ":*";
    private static readonly string[] Actions = ["logs:CreateLogStream", "logs:PutLogEvents"];

    /// <summary>Refuses a group without a role, a role without a group, and what CloudTrail could not write to.</summary>
    public void Require(SandboxTrail trail, Caller caller)
    {
        switch (trail.CloudWatchLogsLogGroupArn, trail.CloudWatchLogsRoleArn)
        {
            case (null, null):
                return;
            case (null, _):
                throw TrailRefusals.InvalidLogGroup("You must specify a log group ARN when you specify a role ARN.");
            case (_, null):
                throw TrailRefusals.InvalidLogRole("You must specify a role ARN when you specify a log group ARN.");
            case ({ } group, { } role):
                RequireGroup(group, caller);
                RequireRole(trail, group, role, caller);
                break;
        }
    }

    // CloudTrail user guide, "Sending events to CloudWatch Logs": the same account as the caller, the same Region as the
    // trail. The ":*" is what public examples and reports of users agree on.
    private void RequireGroup(string arn, Caller caller)
    {
        var exists = arn.EndsWith(Streams, StringComparison.Ordinal)
            && state.Logs.LogGroups.Exists(group => group.Arn == arn[..^Streams.Length] && group.AccountId == caller.AccountId && group.Region == caller.Region);
        if (!exists)
            throw TrailRefusals.InvalidLogGroup("CloudTrail cannot validate the specified log group ARN.");
    }

    private void RequireRole(SandboxTrail trail, string group, string arn, Caller caller)
    {
        var role = state.Iam.Roles.Find(role => IsNamed(role, arn) && role.AccountId == caller.AccountId)
            ?? throw TrailRefusals.InvalidLogRole("CloudTrail cannot validate the specified role ARN.");
        var context = calls.Context(trail);
        if (!CloudTrailCalls.Allows(role.AssumeRolePolicyDocument, "sts:AssumeRole", arn, context))
            throw TrailRefusals.InvalidLogRole("Access denied. Check the trust relationships for your role.");

        // What a managed policy says is not known here; a role that has one passes.
        var stream = $"{group[..^Streams.Length]}:log-stream:{caller.AccountId}_CloudTrail_{caller.Region}";
        if (role.AttachedPolicies.Count == 0 && !Actions.All(action => role.InlinePolicies.Values.Any(policy => CloudTrailCalls.Allows(policy, action, stream, context))))
            throw TrailRefusals.InvalidLogGroup("Access denied. Check the permissions for your role.");
    }

    private static bool IsNamed(SandboxRole role, string arn) =>
        Arn.Find(arn) is { Service: "iam", Region: "" } named && named.AccountId == role.AccountId && named.Resource == $"role{role.Path}{role.Name}";
}
