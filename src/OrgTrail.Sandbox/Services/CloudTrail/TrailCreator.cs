using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>CreateTrail.</summary>
internal sealed class TrailCreator(SandboxContext context, OrganizationRules organization, TrailLimit limit, DestinationRules destinations)
{
    private SandboxState State => context.State;

    public JsonObject Create(ServiceCall call, JsonObject body)
    {
        var caller = Caller.Of(State, call);
        var trail = Read(body, caller);
        if (trail.IsOrganizationTrail)
        {
            organization.Require(caller);

            // The management account owns every organization trail, whoever creates it (CloudTrail user guide,
            // "Organization delegated administrator").
            trail.OwnerAccountId = State.ManagementAccountId;
        }

        if (State.CloudTrail.Trails.Exists(other => other.Arn == trail.Arn))
            throw TrailRefusals.TrailAlreadyExists(trail.Name, trail.OwnerAccountId);
        limit.Require(trail, present: null);
        destinations.Settle(trail, present: null, caller);
        State.CloudTrail.Trails.Add(trail);
        return TrailMembers.Answer(trail);
    }

    private SandboxTrail Read(JsonObject body, Caller caller)
    {
        var trail = new SandboxTrail
        {
            Name = TrailNames.Require(body.Text("Name")),
            OwnerAccountId = caller.AccountId,
            HomeRegion = caller.Region,
            S3BucketName = "",
            CreationTime = context.Clock.Now,
        };
        TrailMembers.Apply(body, trail);
        TrailTags.Add(trail, body.Objects("TagsList") ?? []);
        return trail;
    }
}
