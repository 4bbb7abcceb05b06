using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace OrgTrail.Testing;

public sealed partial class ScriptedAws
{
    private readonly ConcurrentDictionary<string, ScriptedTrail> _trails = new(StringComparer.Ordinal);
    private string _trailAccount = "111111111111";

    /// <summary>The trails by ARN.</summary>
    public IReadOnlyDictionary<string, ScriptedTrail> Trails => _trails;

    /// <summary>Scripts CloudTrail's create, update, get, list, describe, delete, start, stop and status: what was created is found again. Checks nothing but the existence of a trail.</summary>
    /// <param name="accountId">The account that owns the trails, 12 digits.</param>
    public ScriptedAws KeepTrails(string accountId = "111111111111")
    {
        _trailAccount = accountId;
        On("CloudTrail", "CreateTrail").AnswersWith(call => AddTrail(call.Body.GetRawText(), call.Region).ToJson());
        On("CloudTrail", "ListTrails").AnswersWith(_ => TrailList("Trails", trail => trail.Summary()));
        On("CloudTrail", "DescribeTrails").AnswersWith(_ => TrailList("trailList", trail => trail.Members()));
        OnTrail("GetTrail", (_, trail) => new JsonObject { ["Trail"] = trail.Members() }.ToJsonString());
        OnTrail("UpdateTrail", (call, trail) => trail.Update(call.Body.GetRawText()));
        OnTrail("StartLogging", (_, trail) => trail.SwitchLogging(on: true));
        OnTrail("StopLogging", (_, trail) => trail.SwitchLogging(on: false));
        OnTrail("GetTrailStatus", (_, trail) => new JsonObject { ["IsLogging"] = trail.IsLogging }.ToJsonString());
        OnTrail("DeleteTrail", (_, trail) => _trails.TryRemove(trail.Arn, out ScriptedTrail? _) ? "" : "");
        return this;
    }

    /// <summary>Puts a trail there without a call.</summary>
    /// <param name="createTrail">The members of a CreateTrail request, as JSON.</param>
    /// <param name="homeRegion">Where it lies.</param>
    public ScriptedTrail AddTrail(string createTrail, string homeRegion = "us-east-1")
    {
        var trail = ScriptedTrail.Create(createTrail, homeRegion, _trailAccount);
        return _trails[trail.Arn] = trail;
    }

    private string TrailList(string member, Func<ScriptedTrail, JsonObject> shape) => new JsonObject
    {
        [member] = new JsonArray([.. _trails.Values.OrderBy(trail => trail.Arn, StringComparer.Ordinal).Select(shape)]),
    }.ToJsonString();

    private void OnTrail(string operation, Func<AwsCall, ScriptedTrail, string> answer) => On("CloudTrail", operation).Add(exchange =>
    {
        var call = exchange.Call;
        var name = call.Member("Name") ?? "";
        var trail = _trails.Values.FirstOrDefault(trail => trail.Arn == name || (trail.Name == name && trail.HomeRegion == call.Region));
        return exchange.SendAsync(trail is null
            ? AwsAnswer.Error(call, "TrailNotFoundException", $"Unknown trail: {name}", 400)
            : AwsAnswer.Success(call, answer(call, trail)));
    });
}
