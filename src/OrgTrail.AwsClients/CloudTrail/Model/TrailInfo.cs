namespace Amazon.CloudTrail.Model;

/// <summary>What ListTrails tells of a trail.</summary>
public sealed class TrailInfo
{
    /// <summary>The ARN of the trail.</summary>
    public string? TrailARN { get; set; }

    /// <summary>The name of the trail.</summary>
    public string? Name { get; set; }

    /// <summary>The Region in which the trail was created.</summary>
    public string? HomeRegion { get; set; }
}
