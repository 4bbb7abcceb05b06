namespace OrgTrail.Ports;

/// <summary>What trails of one Region record. A trail is addressed by its name (own account, home Region) or its ARN.</summary>
internal interface ITrailSelectors
{
    /// <summary>GetEventSelectors.</summary>
    Task<EventSelectors> GetEventsAsync(string address, CancellationToken cancellation);

    /// <summary>PutEventSelectors: replaces all, with either the basic or the advanced ones.</summary>
    Task PutEventsAsync(string address, EventSelectors selectors, CancellationToken cancellation);

    /// <summary>GetInsightSelectors; empty when the trail records no insights.</summary>
    Task<InsightSelectors> GetInsightsAsync(string address, CancellationToken cancellation);

    /// <summary>PutInsightSelectors: replaces all; none switches insights off.</summary>
    Task PutInsightsAsync(string address, InsightSelectors selectors, CancellationToken cancellation);
}
