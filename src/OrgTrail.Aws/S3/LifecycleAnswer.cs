using Amazon.Runtime;

namespace OrgTrail.Aws.S3;

/// <summary>A lifecycle configuration as Amazon S3 sent it.</summary>
internal sealed class LifecycleAnswer : AmazonWebServiceResponse
{
    /// <summary>The rules.</summary>
    public LifecycleDocument Document { get; init; } = LifecycleDocument.Empty;

    /// <summary>
    /// What stands beside them, in a header: from which size on objects are moved. It is sent back with a change, which
    /// would undo it otherwise (Amazon S3 API reference, PutBucketLifecycleConfiguration).
    /// </summary>
    public string MinimumObjectSize { get; init; } = "";
}
