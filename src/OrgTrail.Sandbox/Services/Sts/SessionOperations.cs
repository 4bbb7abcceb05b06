using System.Text.RegularExpressions;
using System.Xml.Linq;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Services.Iam;
using OrgTrail.Sandbox.Services.S3;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Sts;

/// <summary>The caller, and temporary credentials that belong to the account of a role or to the caller's own.</summary>
internal sealed partial class SessionOperations(SandboxContext context)
{
    public XElement[]? GetCallerIdentity(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var caller = CallerIdentities.Of(context.State, call);
        return [new("Arn", caller.Arn), new("UserId", caller.UserId), new("Account", caller.AccountId)];
    }

    public XElement[]? AssumeRole(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var arn = RoleArns().Match(input.Required("RoleArn"));
        if (!arn.Success) throw new AwsErrorException("ValidationError", $"{input["RoleArn"]} is invalid");
        var sessionName = SessionName(input);
        var seconds = input.Number("DurationSeconds", 3600, 900, 43200);
        var role = Find(arn) ?? throw Denied(call, arn.Value);
        if (!TrustPolicy.Allows(role, S3Caller.Of(call, context.State), input.GetValueOrDefault("ExternalId"), arn.Value)) throw Denied(call, arn.Value);
        if (seconds > role.MaxSessionDuration)
            throw new AwsErrorException("ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        var assumed = new SandboxSession
        {
            AccountId = role.AccountId,
            Arn = $"arn:{arn.Groups["partition"].Value}:sts::{role.AccountId}:assumed-role/{role.Name}/{sessionName}",
            UserId = $"{role.Id}:{sessionName}",
            Expiration = context.Clock.Now.AddSeconds(seconds),
        };
        return [Issue(assumed), new("AssumedRoleUser", new XElement("AssumedRoleId", assumed.UserId), new XElement("Arn", assumed.Arn))];
    }

    public XElement[]? GetSessionToken(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var seconds = input.Number("DurationSeconds", 43200, 900, 129600);
        if (context.State.Iam.Sessions.ContainsKey(call.AccessKey))
            throw new AwsErrorException("AccessDenied", "Cannot call GetSessionToken with session credentials", 403);
        var caller = CallerIdentities.Of(context.State, call);
        caller.Expiration = context.Clock.Now.AddSeconds(seconds);
        return [Issue(caller)];
    }

    private static string SessionName(IReadOnlyDictionary<string, string> input)
    {
        var name = input.Required("RoleSessionName");
        return SessionNames().IsMatch(name) ? name : throw new AwsErrorException(
            "ValidationError", $"1 validation error detected: Value '{name}' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*");
    }

    // Accounts that an organization created have the role for its management account even when the state was seeded without it.
    private SandboxRole? Find(Match arn)
    {
        var account = arn.Groups["account"].Value;
        var role = AccountRoles.Find(context.State, account, arn.Groups["name"].Value);
        if (role is not null) return role.Path == $"/{arn.Groups["path"].Value}" ? role : null;
        var created = context.State.Organizations.Organization?.Accounts.Exists(member => member.Id == account && member.JoinedMethod == "CREATED") ?? false;
        return created && arn.Groups["path"].Length == 0 && arn.Groups["name"].Value == AccountRoles.OrganizationAccess
            ? new() { AccountId = account, Name = AccountRoles.OrganizationAccess, Id = AccountRoles.NewId(context), AssumeRolePolicyDocument = AccountRoles.OrganizationTrust(context.State.ManagementAccountId, arn.Groups["partition"].Value) }
            : null;
    }

    private XElement Issue(SandboxSession session)
    {
        var accessKey = $"ASIA{RandomText.Next(context.Random, RandomText.Base32, 16)}";
        context.State.Iam.Sessions[accessKey] = session;
        return new(
            "Credentials",
            new XElement("AccessKeyId", accessKey),
            new XElement("SecretAccessKey", RandomText.Next(context.Random, RandomText.Base64, 40)),
            new XElement("SessionToken", $"IQoJb3JpZ2luX2Vj{RandomText.Next(context.Random, RandomText.Base64, 340)}"),
            new XElement("Expiration", QueryShapes.Time(session.Expiration)));
    }

    private AwsErrorException Denied(ServiceCall call, string roleArn) => new(
        "AccessDenied", $"User: {CallerIdentities.Of(context.State, call).Arn} is not authorized to perform: sts:AssumeRole on resource: {roleArn}", 403);

    [GeneratedRegex(@"^arn:(?<partition>[^:]+):iam::(?<account>\d{12}):role/(?<path>(?:[\u0021-\u007E]+/)?)(?<name>[\w+=,.@-]{1,64})\z")]
    private static partial Regex RoleArns();

    [GeneratedRegex(@"^[\w+=,.@-]{2,64}\z")]
    private static partial Regex SessionNames();
}
