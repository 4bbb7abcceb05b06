namespace OrgTrail.Sandbox.Delivery;

/// <summary>CloudTrail's delivery of log files and digests, which happens when time passes.</summary>
public interface IDelivery
{
    /// <summary>
    /// Delivers all that falls due after one moment, up to and with another. One call at a time; the state's gate is not held:
    /// the implementation takes it when it needs it.
    /// </summary>
    /// <param name="after">Up to when everything was delivered before.</param>
    /// <param name="until">The sandbox's time now.</param>
    /// <param name="cancellation">Breaks it off; the rest is delivered when it is called with the same moment again.</param>
    DeliveryReport Deliver(DateTimeOffset after, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>How many files it might deliver at most.</summary>
    /// <param name="time">The time that is to pass.</param>
    long MostFiles(TimeSpan time);
}
