using OrgTrail.Sandbox.State;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>A random SNS topic, log group and role: right as a rule.</summary>
internal static class RandomDestinations
{
    private const string Publish = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"SNS:Publish","Resource":"*"}}""";
    private const string NoPublish = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"SNS:Subscribe","Resource":"*"}}""";
    private const string Trust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"sts:AssumeRole"}}""";
    private const string NoTrust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}}""";

    public static void Fill(SandboxState state, Draw draw, string caller)
    {
        foreach (var account in new[] { Names.Management, caller }.Distinct())
        {
            if (draw.Percent(94)) state.Sns.Topics.Add(new() { Arn = TopicArn(account), Policy = draw.Percent(94) ? Publish : NoPublish });
            if (draw.Percent(96)) state.Logs.LogGroups.Add(new() { Name = Names.LogGroup, AccountId = account, Region = Names.Home, Arn = GroupArn(account)[..^2] });
            if (draw.Percent(96)) state.Iam.Roles.Add(new() { AccountId = account, Name = Names.LogRole, Id = $"AROA{account}00001", AssumeRolePolicyDocument = draw.Percent(96) ? Trust : NoTrust, AttachedPolicies = ["arn:aws:iam::aws:policy/any"] });
        }
    }

    public static string TopicArn(string account) => $"arn:aws:sns:{Names.Home}:{account}:{Names.Topic}";

    public static string GroupArn(string account) => $"arn:aws:logs:{Names.Home}:{account}:log-group:{Names.LogGroup}:*";

    public static string RoleArn(string account) => $"arn:aws:iam::{account}:role/{Names.LogRole}";

    /// <summary>Whether CloudTrail may publish to the topic.</summary>
    public static bool Publishes(SandboxState state, string topicArn) => state.Sns.Topics.Exists(topic => topic.Arn == topicArn && topic.Policy == Publish);

    /// <summary>Whether CloudTrail may write to the log group by the role.</summary>
    public static bool WritesEvents(SandboxState state, string groupArn, string roleArn) =>
        state.Logs.LogGroups.Exists(group => $"{group.Arn}:*" == groupArn)
        && state.Iam.Roles.Exists(role => RoleArn(role.AccountId) == roleArn && role.AssumeRolePolicyDocument == Trust);
}
