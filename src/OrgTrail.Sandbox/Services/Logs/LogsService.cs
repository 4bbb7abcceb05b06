using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.Logs;

/// <summary>Amazon CloudWatch Logs: log groups, without events.</summary>
/// <param name="context">The sandbox.</param>
public sealed class LogsService(SandboxContext context) : JsonService("logs", context.State, Operations(context))
{
    private static Dictionary<string, Func<ServiceCall, JsonObject, JsonObject?>> Operations(SandboxContext context)
    {
        var groups = new LogGroupOperations(context);
        var tags = new LogGroupTagOperations(context.State);
        return new(StringComparer.Ordinal)
        {
            ["CreateLogGroup"] = groups.Create,
            ["DescribeLogGroups"] = groups.Describe,
            ["DeleteLogGroup"] = groups.Delete,
            ["PutRetentionPolicy"] = groups.PutRetention,
            ["DeleteRetentionPolicy"] = groups.DeleteRetention,
            ["ListTagsForResource"] = tags.List,
            ["TagResource"] = tags.Tag,
            ["UntagResource"] = tags.Untag,
        };
    }
}
