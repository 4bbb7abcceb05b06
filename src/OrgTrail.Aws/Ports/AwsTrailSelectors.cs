using Amazon.CloudTrail;
using Amazon.CloudTrail.Model;
using OrgTrail.Aws.Errors;
using OrgTrail.Ports;

namespace OrgTrail.Aws.Ports;

/// <summary>What trails record.</summary>
/// <param name="client">The client of CloudTrail, which is the owner's.</param>
/// <param name="calls">Sends the requests.</param>
internal sealed class AwsTrailSelectors(Client<IAmazonCloudTrail> client, ServiceCalls calls) : ITrailSelectors
{
    public async Task<EventSelectors> GetEventsAsync(string address, CancellationToken cancellation)
    {
        const string Operation = "GetEventSelectors";
        var answer = await calls.SendAsync(Operation, () => client.Value.GetEventSelectorsAsync(new GetEventSelectorsRequest { TrailName = address }, cancellation), cancellation).ConfigureAwait(false);
        // Every trail has selectors of one sort or the other.
        calls.Required(Operation, (object?)answer.EventSelectors ?? answer.AdvancedEventSelectors);
        return SelectorMapping.ToSelectors(calls.Required(Operation, answer.TrailARN), answer);
    }

    public async Task PutEventsAsync(string address, EventSelectors selectors, CancellationToken cancellation)
    {
        const string Operation = "PutEventSelectors";
        var answer = await calls.SendAsync(Operation, () => client.Value.PutEventSelectorsAsync(SelectorMapping.ToRequest(address, selectors), cancellation), cancellation).ConfigureAwait(false);
        calls.Required(Operation, answer.TrailARN);
    }

    public async Task<InsightSelectors> GetInsightsAsync(string address, CancellationToken cancellation)
    {
        const string Operation = "GetInsightSelectors";
        var answer = await calls.SendAsync(
            Operation,
            async () =>
            {
                try
                {
                    var found = await client.Value.GetInsightSelectorsAsync(new GetInsightSelectorsRequest { TrailName = address }, cancellation).ConfigureAwait(false);
                    calls.Required(Operation, found.TrailARN);
                    return found;
                }
                catch (InsightNotEnabledException)
                {
                    // A trail without insights is refused (CloudTrail API reference, GetInsightSelectors).
                    return new GetInsightSelectorsResponse();
                }
            },
            cancellation).ConfigureAwait(false);
        return SelectorMapping.ToInsights(address, answer);
    }

    public async Task PutInsightsAsync(string address, InsightSelectors selectors, CancellationToken cancellation)
    {
        const string Operation = "PutInsightSelectors";
        var answer = await calls.SendAsync(Operation, () => client.Value.PutInsightSelectorsAsync(SelectorMapping.ToRequest(address, selectors), cancellation), cancellation).ConfigureAwait(false);
        calls.Required(Operation, answer.TrailARN);
    }
}
