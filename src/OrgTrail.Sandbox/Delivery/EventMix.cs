using OrgTrail.Sandbox.Services.CloudTrail;
using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>Which sorts of events a trail logs in a Region.</summary>
internal static class EventMix
{
    private const string GlobalRegion = "us-east-1";
    private const string GovCloudGlobalRegion = "us-gov-west-1";

    /// <summary>Empty for a trail that logs no management events: the sandbox makes up no others.</summary>
    public static IReadOnlyList<EventKind> Of(SandboxTrail trail, string region)
    {
        var (reads, writes) = (LoggedEvents.IncludesManagementReads(trail), LoggedEvents.IncludesManagementWrites(trail));
        var global = trail.IncludeGlobalServiceEvents && IsGlobal(region);
        return [.. EventKind.All.Where(kind => (kind.ReadOnly ? reads : writes) && (global || !kind.Global))];
    }

    // CloudTrail user guide, "Updating a trail with the AWS CLI": global services' events are logged in us-east-1, and in
    // us-gov-west-1 in GovCloud.
    private static bool IsGlobal(string region) =>
        region == (Partition.OfRegion(region) == "aws-us-gov" ? GovCloudGlobalRegion : GlobalRegion);
}
