using System.Globalization;
using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.Logs;

/// <summary>Log groups.</summary>
internal sealed class LogGroupOperations(SandboxContext context)
{
    /// <summary>The longest page, and the usual one (CloudWatch Logs API reference, DescribeLogGroups).</summary>
    private const int PageSize = 50;

    // CloudWatch Logs API reference, PutRetentionPolicy.
    private static readonly int[] Retentions =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    private LogsState State => context.State.Logs;

    public JsonObject? Create(ServiceCall call, JsonObject input)
    {
        var name = LogGroupInput.Name(input);
        if (LogGroupInput.Find(State, call, name) is not null)
            throw new AwsErrorException("ResourceAlreadyExistsException", "The specified log group already exists");
        State.LogGroups.Add(new()
        {
            Name = name,
            AccountId = call.AccountId,
            Region = call.Region,
            Arn = $"arn:{Partition.OfRegion(call.Region)}:logs:{call.Region}:{call.AccountId}:log-group:{name}",
            CreationTime = context.Clock.Now,
            KmsKeyId = input.Text("kmsKeyId"),
            LogGroupClass = input.Text("logGroupClass") ?? "STANDARD",
            Tags = LogGroupInput.Tags(input),
        });
        return null;
    }

    public JsonObject? Describe(ServiceCall call, JsonObject input)
    {
        var prefix = input.Text("logGroupNamePrefix") ?? "";
        var pattern = input.Text("logGroupNamePattern") ?? "";
        if (prefix.Length > 0 && pattern.Length > 0)
            throw LogGroupInput.Invalid("LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
        var size = input.Number("limit") ?? PageSize;
        if (size is < 1 or > PageSize)
            throw LogGroupInput.Invalid($"1 validation error detected: Value '{size}' at 'limit' failed to satisfy constraint: Member must have value between 1 and {PageSize}");
        var found = State.LogGroups
            .Where(group => group.AccountId == call.AccountId && group.Region == call.Region)
            .Where(group => group.Name.StartsWith(prefix, StringComparison.Ordinal) && group.Name.Contains(pattern, StringComparison.OrdinalIgnoreCase))
            .OrderBy(group => group.Name, StringComparer.Ordinal)
            .ToList();
        var start = Start(input.Text("nextToken"));
        var page = new JsonObject { ["logGroups"] = new JsonArray([.. found.Skip(start).Take(size).Select(Shape)]) };
        if (found.Count - size > start) page["nextToken"] = (start + size).ToString(CultureInfo.InvariantCulture);
        return page;
    }

    public JsonObject? Delete(ServiceCall call, JsonObject input)
    {
        State.LogGroups.Remove(Find(call, input));
        return null;
    }

    public JsonObject? PutRetention(ServiceCall call, JsonObject input)
    {
        var group = Find(call, input);
        group.RetentionInDays = input.Number("retentionInDays") is { } days && Retentions.Contains(days)
            ? days
            : throw LogGroupInput.Invalid("1 validation error detected: Value at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [" + string.Join(", ", Retentions) + "]");
        return null;
    }

    public JsonObject? DeleteRetention(ServiceCall call, JsonObject input)
    {
        Find(call, input).RetentionInDays = null;
        return null;
    }

    private SandboxLogGroup Find(ServiceCall call, JsonObject input) =>
        LogGroupInput.Find(State, call, LogGroupInput.Name(input)) ?? throw LogGroupInput.NotFound();

    private static JsonNode Shape(SandboxLogGroup group)
    {
        var shape = new JsonObject
        {
            ["logGroupName"] = group.Name,
            ["creationTime"] = group.CreationTime.ToUnixTimeMilliseconds(),
            ["metricFilterCount"] = 0,
            ["arn"] = $"{group.Arn}:*",
            ["logGroupArn"] = group.Arn,
            ["storedBytes"] = 0,
            ["logGroupClass"] = group.LogGroupClass,
        };
        if (group.RetentionInDays is { } days) shape["retentionInDays"] = days;
        if (group.KmsKeyId is { } key) shape["kmsKeyId"] = key;
        return shape;
    }

    private static int Start(string? token) => token is null ? 0
        : int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start
        : throw LogGroupInput.Invalid("The specified nextToken is invalid.");
}
