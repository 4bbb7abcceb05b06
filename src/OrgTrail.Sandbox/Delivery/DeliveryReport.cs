namespace OrgTrail.Sandbox.Delivery;

/// <summary>What was delivered.</summary>
/// <param name="LogFiles">How many log files.</param>
/// <param name="Digests">How many digests.</param>
public sealed record DeliveryReport(long LogFiles, long Digests)
{
    /// <summary>Nothing.</summary>
    public static DeliveryReport Nothing { get; } = new(0, 0);

    /// <summary>Both together.</summary>
    internal DeliveryReport With(DeliveryReport other) => new(LogFiles + other.LogFiles, Digests + other.Digests);
}
