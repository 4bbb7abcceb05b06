using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Delivery;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>UpdateTrail and DeleteTrail.</summary>
internal sealed class TrailChange(
    SandboxState state, TrailRegister register, OrganizationRules organization, TrailLimit limit, DestinationRules destinations, TrailDeliveries deliveries)
{
    private List<SandboxTrail> Trails => state.CloudTrail.Trails;

    public JsonObject Update(ServiceCall call, JsonObject body)
    {
        var caller = Caller.Of(state, call);
        var present = register.FindToChange(caller, body.Text("Name"));
        var wanted = present.Copy();
        TrailMembers.Apply(body, wanted);
        if (wanted.IsOrganizationTrail != present.IsOrganizationTrail)
            OrganizationRules.RequireMayConvert(caller);
        if (wanted.IsOrganizationTrail)
            organization.Require(caller);
        limit.Require(wanted, present);
        destinations.Settle(wanted, present, caller);
        FinishWhatEnds(present, wanted);
        Trails[Trails.IndexOf(present)] = wanted;
        return TrailMembers.Answer(wanted);
    }

    public JsonObject? Delete(ServiceCall call, JsonObject body)
    {
        var trail = register.FindToChange(Caller.Of(state, call), body.Text("Name"));
        deliveries.Finish(trail, ends: _ => true);
        Trails.Remove(trail);
        return null;
    }

    // A trail that covers less, or writes digests no longer, ends the chains there with final digests.
    private void FinishWhatEnds(SandboxTrail present, SandboxTrail wanted)
    {
        var stays = TrailReach.Of(state, wanted).ToHashSet();
        var endsAll = present.LogFileValidationEnabled && !wanted.LogFileValidationEnabled;
        deliveries.Finish(present, place => endsAll || !stays.Contains(place));
        (wanted.LatestDeliveryTime, wanted.LatestDigestDeliveryTime) = (present.LatestDeliveryTime, present.LatestDigestDeliveryTime);
    }
}
