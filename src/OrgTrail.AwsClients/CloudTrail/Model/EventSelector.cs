namespace Amazon.CloudTrail.Model;

/// <summary>A basic event selector; a trail has at most five.</summary>
public sealed class EventSelector
{
    /// <summary>Whether events that read, that write, or both are logged; null means both.</summary>
    public ReadWriteType? ReadWriteType { get; set; }

    /// <summary>Whether management events are logged; null means yes.</summary>
    public bool? IncludeManagementEvents { get; set; }

    /// <summary>The resources whose data events are logged; null when the service sent none.</summary>
    public List<DataResource>? DataResources { get; set; }

    /// <summary>The services whose management events are left out; null when the service sent none.</summary>
    public List<string>? ExcludeManagementEventSources { get; set; }
}
