using Amazon.Runtime;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>An answer that is whole, and none to the operation. Never leaves the pipeline: see <see cref="FinalAnswerHandler"/>.</summary>
/// <param name="told">What the caller is told.</param>
internal sealed class UnusableAnswerException(AmazonUnmarshallingException told) : Exception(told.Message)
{
    /// <summary>What the caller is told.</summary>
    public AmazonUnmarshallingException Told => told;
}
