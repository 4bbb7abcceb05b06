namespace OrgTrail.Aws.Http;

/// <summary>
/// What tells an answer of Amazon S3 from anything else that comes with a 2xx status. The SDK takes whatever it does not
/// recognise for a setting that was never made, and the answer to a write for no matter what it says.
/// </summary>
internal static class S3Answers
{
    // Amazon S3 API reference, "Response Syntax" of each reading: the root element by the parameter that asks for it.
    private static readonly Dictionary<string, string> Roots = new(StringComparer.Ordinal)
    {
        ["encryption"] = "ServerSideEncryptionConfiguration",
        ["lifecycle"] = "LifecycleConfiguration",
        ["list-type"] = "ListBucketResult",
        ["logging"] = "BucketLoggingStatus",
        ["object-lock"] = "ObjectLockConfiguration",
        ["ownershipControls"] = "OwnershipControls",
        ["publicAccessBlock"] = "PublicAccessBlockConfiguration",
        ["versioning"] = "VersioningConfiguration",
    };

    /// <inheritdoc cref="AnswerCheck"/>
    public static string? Defect(HttpRequestMessage request, bool isSuccess, byte[] body) => request.Method.Method switch
    {
        // That something was never set is an error too, which is to be whole before it is believed.
        _ when !isSuccess => XmlRoot.Of(body) == "Error" ? null : "The error is none of Amazon S3.",
        "GET" => RootWanted(request.RequestUri!) is { } wanted && !Is(XmlRoot.Of(body), wanted) ? $"The answer is no {wanted}: {ServiceAnswers.Excerpt(body)}" : null,
        "HEAD" => null,
        _ => IsNothing(body) || XmlRoot.Of(body)?.EndsWith("Result", StringComparison.Ordinal) == true ? null : $"The answer to a change is not that of Amazon S3: {ServiceAnswers.Excerpt(body)}",
    };

    private static string? RootWanted(Uri address) =>
        address.Query.TrimStart('?').Split('&').Select(parameter => Roots.GetValueOrDefault(parameter.Split('=')[0])).FirstOrDefault(root => root is not null);

    // moto names some after the operation: GetBucketVersioningResponse.
    private static bool Is(string? root, string wanted) =>
        root == wanted || (root?.StartsWith("Get", StringComparison.Ordinal) == true && root.EndsWith("Response", StringComparison.Ordinal));

    // moto answers PutBucketPolicy with a word of Python.
    private static bool IsNothing(byte[] body) => body.AsSpan().Trim(" \t\r\n"u8) is var text && (text.IsEmpty || text.SequenceEqual("True"u8));
}
