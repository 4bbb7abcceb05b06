using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Logs;

/// <summary>Reads parameters and finds log groups, by the rules of the CloudWatch Logs API reference.</summary>
internal static partial class LogGroupInput
{
    /// <summary>The parameter <c>logGroupName</c>.</summary>
    public static string Name(JsonObject input) => input.Text("logGroupName") is { } name && Names().IsMatch(name)
        ? name
        : throw Invalid(@"1 validation error detected: Value at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\.\-_/#A-Za-z0-9]+");

    /// <summary>Tags by key.</summary>
    public static Dictionary<string, string> Tags(JsonObject input) =>
        (input["tags"] as JsonObject ?? []).ToDictionary(tag => tag.Key, tag => tag.Value?.ToString() ?? "", StringComparer.Ordinal);

    /// <summary>The log group of that name, in the caller's account and Region.</summary>
    public static SandboxLogGroup? Find(LogsState state, ServiceCall call, string name) =>
        state.LogGroups.Find(group => group.Name == name && group.AccountId == call.AccountId && group.Region == call.Region);

    /// <summary>The refusal of a group that does not exist.</summary>
    public static AwsErrorException NotFound() => new("ResourceNotFoundException", "The specified log group does not exist.");

    /// <summary>The refusal of a parameter.</summary>
    public static AwsErrorException Invalid(string message) => new("InvalidParameterException", message);

    [GeneratedRegex(@"^[.\-_/#A-Za-z0-9]{1,512}\z")]
    private static partial Regex Names();
}
