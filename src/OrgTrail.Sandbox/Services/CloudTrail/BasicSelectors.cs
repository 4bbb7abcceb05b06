using System.Text.Json.Nodes;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>The rules for basic event selectors (CloudTrail API reference, EventSelector and DataResource).</summary>
internal static class BasicSelectors
{
    private const int Most = 5;
    private const int MostDataResources = 250;
    private static readonly string[] ReadWriteTypes = ["All", "ReadOnly", "WriteOnly"];
    private static readonly string[] Excludable = ["kms.amazonaws.com", "rdsdata.amazonaws.com"];

    // The beginnings of a resource that stand for all resources of the type, which do not count against the limit.
    private static readonly Dictionary<string, string> ServicesByType = new(StringComparer.Ordinal)
    {
        ["AWS::S3::Object"] = "s3",
        ["AWS::Lambda::Function"] = "lambda",
        ["AWS::DynamoDB::Table"] = "dynamodb",
    };

    /// <summary>The selectors with their defaults filled in, as CloudTrail answers them.</summary>
    public static JsonArray Read(IReadOnlyList<JsonObject> selectors)
    {
        if (selectors.Count is 0 or > Most)
            throw TrailRefusals.InvalidEventSelectors($"A trail has 1 to {Most} event selectors.");
        var read = selectors.Select(Selector).ToArray();
        var resources = read.Sum(selector => selector["DataResources"]!.AsArray().Sum(Count));
        if (resources > MostDataResources)
            throw TrailRefusals.InvalidEventSelectors($"The event selectors name {resources} data resources, more than {MostDataResources}.");
        return [.. read];
    }

    private static JsonObject Selector(JsonObject given)
    {
        var readWriteType = given.Text("ReadWriteType") ?? "All";
        if (!ReadWriteTypes.Contains(readWriteType))
            throw TrailRefusals.InvalidEventSelectors($"ReadWriteType {readWriteType} is not one of {string.Join(", ", ReadWriteTypes)}.");
        var excluded = given.Texts("ExcludeManagementEventSources") ?? [];
        if (excluded.FirstOrDefault(source => !Excludable.Contains(source)) is { } other)
            throw TrailRefusals.InvalidEventSelectors($"Management events of {other} cannot be excluded.");
        return new JsonObject
        {
            ["ReadWriteType"] = readWriteType,
            ["IncludeManagementEvents"] = given.Flag("IncludeManagementEvents") ?? true,
            ["DataResources"] = new JsonArray([.. (given.Objects("DataResources") ?? []).Select(DataResource)]),
            ["ExcludeManagementEventSources"] = new JsonArray([.. excluded.Select(source => JsonValue.Create(source))]),
        };
    }

    private static JsonObject DataResource(JsonObject given)
    {
        var type = given.Text("Type") ?? "";
        if (!ServicesByType.TryGetValue(type, out var service))
            throw TrailRefusals.InvalidEventSelectors($"Type {type} is not a type of data resource that basic event selectors know.");
        var values = given.Texts("Values") ?? [];
        if (values.FirstOrDefault(value => value.Split(':') is not ["arn", _, var named, ..] || named != service) is { } wrong)
            throw TrailRefusals.InvalidEventSelectors($"Value {wrong} is not an ARN of {type}.");
        return new JsonObject { ["Type"] = type, ["Values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) };
    }

    // arn:<partition>:s3 and the like stand for everything.
    private static int Count(JsonNode? resource) =>
        resource!["Values"]!.AsArray().Count(value => value!.GetValue<string>().Split(':', StringSplitOptions.RemoveEmptyEntries).Length > 3);
}
