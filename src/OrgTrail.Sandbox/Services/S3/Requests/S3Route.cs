using OrgTrail.Sandbox.Http;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>An operation of S3.</summary>
/// <param name="Action">The action that a policy must allow; <see langword="null"/> when the handler asks for each object.</param>
/// <param name="Handler">What answers it.</param>
internal sealed record S3Route(string? Action, Func<S3Request, HttpResponse> Handler)
{
    /// <summary>Whether it reads or changes a bucket's configuration, one call at a time.</summary>
    public bool Configures { get; init; }

    /// <summary>The action when the request names a version; <see langword="null"/> for the same.</summary>
    public string? VersionAction { get; init; }

    /// <summary>Whether it needs no bucket.</summary>
    public bool Bucketless { get; init; }

    /// <summary>Whether it answers in every Region, not only in the bucket's (Amazon S3 API reference, GetBucketLocation).</summary>
    public bool AnswersEverywhere { get; init; }

    /// <summary>Whether it is for the bucket's owner only, whatever the policy says.</summary>
    public bool OwnerOnly { get; init; }
}
