using System.Text.Json.Nodes;
using OrgTrail.Deployments;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>Event selectors, and what is to be said of a trail that has them.</summary>
/// <param name="IsBasic">Whether they are basic ones.</param>
/// <param name="Json">The selectors as CloudTrail's API has them.</param>
/// <param name="Verdict">What the check <c>ManagementEvents</c> comes to.</param>
internal sealed record Recording(bool IsBasic, string Json, CheckVerdict Verdict)
{
    /// <summary>Whether management events that write are recorded.</summary>
    public bool Writes { get; init; } = true;

    /// <summary>Whether management events that read are recorded.</summary>
    public bool Reads { get; init; } = true;

    /// <summary>Whether data events are recorded.</summary>
    public bool Data { get; init; }

    /// <summary>Whether the trail's own deliveries are among the data events.</summary>
    public bool OwnDeliveries { get; init; }

    /// <summary>What a trail records that nobody gave selectors.</summary>
    public static Recording Default { get; } = new(
        false, """[{"Name":"Management events selector","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]}]""", CheckVerdict.Pass);

    public static IReadOnlyList<Recording> All { get; } =
    [
        Default,
        Basic("All", CheckVerdict.Pass),
        Basic("WriteOnly", CheckVerdict.Fail) with { Reads = false },
        Basic("ReadOnly", CheckVerdict.Fail) with { Writes = false },
        Basic("All", CheckVerdict.Warning, excluded: "\"kms.amazonaws.com\""),
        Basic("All", CheckVerdict.Pass, data: """{"Type":"AWS::S3::Object","Values":["arn:aws:s3"]}""") with { Data = true, OwnDeliveries = true },
        Basic("All", CheckVerdict.Fail, management: "false", data: """{"Type":"AWS::Lambda::Function","Values":["arn:aws:lambda"]}""") with { Writes = false, Reads = false, Data = true },
        new(true, $"[{Basic("ReadOnly", default).Json[1..^1]},{Basic("WriteOnly", default).Json[1..^1]}]", CheckVerdict.Pass),
        Advanced("""{"Field":"readOnly","Equals":["false"]}""", CheckVerdict.Fail) with { Reads = false },
        Advanced("""{"Field":"eventSource","NotEquals":["rdsdata.amazonaws.com"]}""", CheckVerdict.Warning),
        new(false, $"[{Default.Json[1..^1]},{Objects}]", CheckVerdict.Pass) { Data = true, OwnDeliveries = true },
        new(false, $"[{Objects}]", CheckVerdict.Fail) { Writes = false, Reads = false, Data = true, OwnDeliveries = true },
    ];

    private static string Objects => """{"Name":"objects","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::S3::Object"]},{"Field":"readOnly","Equals":["false"]}]}""";

    /// <summary>Whether any management events are recorded; the sandbox makes up no others.</summary>
    public bool Delivers => Writes || Reads;

    /// <summary>The selectors of a trail of the sandbox.</summary>
    public static Recording Of(JsonArray? basic, JsonArray? advanced) => (basic, advanced) switch
    {
        ({ } selectors, _) => All.Single(recording => recording.IsBasic && JsonNode.DeepEquals(JsonNode.Parse(recording.Json), selectors)),
        (_, { } selectors) => All.Single(recording => !recording.IsBasic && JsonNode.DeepEquals(JsonNode.Parse(recording.Json), selectors)),
        _ => Default,
    };

    /// <summary>The setting of a wanted state.</summary>
    public (string Name, object? Value) Setting => (IsBasic ? "EventSelector" : "AdvancedEventSelector", SpecificationJson.Read($$"""{"selectors":{{Json}}}""")["selectors"]);

    private static Recording Basic(string readWriteType, CheckVerdict verdict, string management = "true", string data = "", string excluded = "") => new(
        true,
        $$"""[{"ReadWriteType":"{{readWriteType}}","IncludeManagementEvents":{{management}},"DataResources":[{{data}}],"ExcludeManagementEventSources":[{{excluded}}]}]""",
        verdict);

    private static Recording Advanced(string field, CheckVerdict verdict) => new(
        false, $$"""[{"Name":"some","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{{field}}]}]""", verdict);
}
