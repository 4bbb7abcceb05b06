namespace Amazon.CloudTrail.Model;

/// <summary>Resources whose data events a basic event selector logs.</summary>
public sealed class DataResource
{
    /// <summary>The type of the resources, such as <c>AWS::S3::Object</c>.</summary>
    public string? Type { get; set; }

    /// <summary>ARNs, or what they begin with; null when the service sent none.</summary>
    public List<string>? Values { get; set; }
}
