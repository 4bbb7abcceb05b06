using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>GetTrail, DescribeTrails and ListTrails.</summary>
internal sealed class TrailReading(SandboxState state, TrailRegister register)
{
    // AWS documents no size; a small one lets callers that forget the token notice.
    private const int PageSize = 10;

    public JsonObject Get(ServiceCall call, JsonObject body) => new()
    {
        ["Trail"] = TrailJson.Whole(register.Find(Caller.Of(state, call), body.Text("Name"))),
    };

    /// <summary>Trails that do not exist are left out, not refused. Members of this operation begin with a small letter.</summary>
    public JsonObject Describe(ServiceCall call, JsonObject body)
    {
        var caller = Caller.Of(state, call);
        var withShadows = body.Flag("includeShadowTrails") ?? true;
        var named = body.Texts("trailNameList") ?? [];
        var trails = named.Count == 0
            ? register.InRegion(caller)
            : named.Select(name => register.TryFind(caller, name)).OfType<SandboxTrail>().Distinct();
        return new JsonObject
        {
            ["trailList"] = new JsonArray([.. trails.Where(trail => withShadows || IsHome(trail, caller)).Select(TrailJson.Whole)]),
        };
    }

    public JsonObject List(ServiceCall call, JsonObject body)
    {
        var trails = register.Visible(Caller.Of(state, call)).OrderBy(trail => trail.Arn, StringComparer.Ordinal).ToArray();
        var start = body.Text("NextToken") is { } token ? Start(token) : 0;
        var page = new JsonObject { ["Trails"] = new JsonArray([.. trails.Skip(start).Take(PageSize).Select(TrailJson.Entry)]) };
        if (start + PageSize < trails.Length)
            page["NextToken"] = Convert.ToBase64String(Encoding.ASCII.GetBytes((start + PageSize).ToString(CultureInfo.InvariantCulture)));
        return page;
    }

    // CloudTrail API reference, DescribeTrails: replicas in other Regions and, in members, organization trails are shadows.
    private static bool IsHome(SandboxTrail trail, Caller caller) =>
        trail.HomeRegion == caller.Region && trail.OwnerAccountId == caller.AccountId;

    private static int Start(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            && int.TryParse(Encoding.ASCII.GetString(bytes, 0, length), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? start
            : throw TrailRefusals.InvalidToken();
    }
}
