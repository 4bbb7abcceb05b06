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
        return SelectorMapping.ToSelectors(calls.Required(Operation, answer.TrailARN), answer);
    }

    public Task PutEventsAsync(string address, EventSelectors selectors, CancellationToken cancellation) =>
        calls.SendAsync("PutEventSelectors", () => client.Value.PutEventSelectorsAsync(SelectorMapping.ToRequest(address, selectors), cancellation), cancellation);

    public async Task<InsightSelectors> GetInsightsAsync(string address, CancellationToken cancellation)
    {
        var answer = await calls.SendAsync(
            "GetInsightSelectors",
            async () =>
            {
                try
                {
                    return await client.Value.GetInsightSelectorsAsync(new GetInsightSelectorsRequest { TrailName = address }, cancellation).ConfigureAwait(false);
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

    public Task PutInsightsAsync(string address, InsightSelectors selectors, CancellationToken cancellation) =>
        calls.SendAsync("PutInsightSelectors", () => client.Value.PutInsightSelectorsAsync(SelectorMapping.ToRequest(address, selectors), cancellation), cancellation);
}
