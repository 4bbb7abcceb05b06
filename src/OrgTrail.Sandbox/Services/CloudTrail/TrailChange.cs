using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>UpdateTrail and DeleteTrail.</summary>
internal sealed class TrailChange(
    SandboxState state, TrailRegister register, OrganizationRules organization, TrailLimit limit, DestinationRules destinations)
{
    private List<SandboxTrail> Trails => state.CloudTrail.Trails;

    public JsonObject Update(ServiceCall call, JsonObject body)
    {
        var caller = Caller.Of(state, call);
        var present = register.FindToChange(caller, body.Text("Name"));
        var wanted = present.Copy();
        TrailRequestMembers.Apply(body, wanted);
        if (wanted.IsOrganizationTrail != present.IsOrganizationTrail)
            OrganizationRules.RequireMayConvert(caller);
        if (wanted.IsOrganizationTrail)
            organization.Require(caller);
        limit.Require(wanted, present);
        destinations.Settle(wanted, present, caller);
        Trails[Trails.IndexOf(present)] = wanted;
        return TrailJson.Settings(wanted);
    }

    public JsonObject? Delete(ServiceCall call, JsonObject body)
    {
        Trails.Remove(register.FindToChange(Caller.Of(state, call), body.Text("Name")));
        return null;
    }
}
