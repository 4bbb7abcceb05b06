using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The answer to <see cref="EnableAllFeaturesRequest"/>.</summary>
public sealed class EnableAllFeaturesResponse : AmazonWebServiceResponse
{
    /// <summary>The handshake that the invited accounts have to approve.</summary>
    public Handshake? Handshake { get; set; }
}
