using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Delivery;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>AWS CloudTrail, as far as trails go.</summary>
/// <param name="context">The sandbox it belongs to.</param>
internal sealed class CloudTrailService(SandboxContext context) : JsonService("cloudtrail", context.State, Operations(context))
{
    private static Dictionary<string, Func<ServiceCall, JsonObject, JsonObject?>> Operations(SandboxContext context)
    {
        var state = context.State;
        var register = new TrailRegister(state);
        var role = new ServiceLinkedRole(context);
        var calls = new CloudTrailCalls(context);
        var buckets = new TrailBucketAccess(context);
        var keys = new KeyAccess(state, calls);
        var topics = new TopicAccess(state, calls);
        var destinations = new DestinationRules(buckets, keys, new ProbeObjects(context, buckets), topics, new LogGroupAccess(state, calls));
        var organization = new OrganizationRules(role);
        var limit = new TrailLimit(state, register);
        var creation = new TrailCreator(context, organization, limit, destinations);
        var deliveries = new TrailDeliveries(context);
        var change = new TrailChange(state, register, organization, limit, destinations, deliveries);
        var reading = new TrailReading(state, register);
        var status = new TrailStatusReading(state, register, new DeliveryFaults(buckets, keys, topics));
        var events = new EventSelectorOperations(state, register);
        var insights = new InsightOperations(state, register);
        var logging = new TrailLogging(context, register, deliveries);
        var tags = new TrailTagOperations(state, register);
        var administrators = new DelegatedAdministrators(context, role);
        return new(StringComparer.Ordinal)
        {
            ["CreateTrail"] = creation.Create,
            ["UpdateTrail"] = change.Update,
            ["DeleteTrail"] = change.Delete,
            ["GetTrail"] = reading.Get,
            ["DescribeTrails"] = reading.Describe,
            ["ListTrails"] = reading.List,
            ["GetTrailStatus"] = status.Get,
            ["StartLogging"] = logging.Start,
            ["StopLogging"] = logging.Stop,
            ["PutEventSelectors"] = events.Put,
            ["GetEventSelectors"] = events.Get,
            ["PutInsightSelectors"] = insights.Put,
            ["GetInsightSelectors"] = insights.Get,
            ["AddTags"] = tags.Add,
            ["RemoveTags"] = tags.Remove,
            ["ListTags"] = tags.List,
            ["ListPublicKeys"] = new PublicKeys(context).List,
            ["RegisterOrganizationDelegatedAdmin"] = administrators.Register,
            ["DeregisterOrganizationDelegatedAdmin"] = administrators.Deregister,
        };
    }
}
