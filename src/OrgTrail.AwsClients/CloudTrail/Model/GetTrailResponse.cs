using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>The answer to <see cref="GetTrailRequest"/>.</summary>
public sealed class GetTrailResponse : AmazonWebServiceResponse
{
    /// <summary>The trail.</summary>
    public Trail? Trail { get; set; }
}
