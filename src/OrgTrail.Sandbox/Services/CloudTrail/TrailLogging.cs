using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Delivery;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>StartLogging and StopLogging. Starting what logs already, and stopping what does not, changes nothing.</summary>
internal sealed class TrailLogging(SandboxContext context, TrailRegister register, TrailDeliveries deliveries)
{
    public JsonObject? Start(ServiceCall call, JsonObject body)
    {
        var trail = Find(call, body);
        if (!trail.IsLogging)
            (trail.IsLogging, trail.StartLoggingTime) = (true, context.Clock.Now);
        return null;
    }

    public JsonObject? Stop(ServiceCall call, JsonObject body)
    {
        var trail = Find(call, body);
        if (!trail.IsLogging)
            return null;
        deliveries.Finish(trail, ends: _ => true);
        (trail.IsLogging, trail.StopLoggingTime) = (false, context.Clock.Now);
        return null;
    }

    private SandboxTrail Find(ServiceCall call, JsonObject body) =>
        register.FindToChange(Caller.Of(context.State, call), body.Text("Name"));
}
