using OrgTrail.Connection;
using OrgTrail.Problems;

namespace OrgTrail;

/// <summary>A bucket for a trail's log files.</summary>
public sealed class Bucket : CloudObject
{
    /// <summary>The bucket's name.</summary>
    public required string BucketName { get; init; }

    /// <summary>The Region that it lies in.</summary>
    public required string BucketRegion { get; init; }

    /// <summary>The bucket's ARN.</summary>
    public required string BucketArn { get; init; }

    /// <summary>The name of the trail that the bucket was prepared for; <see langword="null"/> when it was not prepared for one.</summary>
    public string? TrailName { get; init; }

    /// <summary>What stands before <c>AWSLogs/</c> in the keys of log files; <see langword="null"/> for nothing.</summary>
    public string? S3KeyPrefix { get; init; }

    /// <summary>The home Region of that trail.</summary>
    public string? HomeRegion { get; init; }

    /// <summary>Whether it was created by this command.</summary>
    public bool Created { get; init; }

    /// <summary>What was changed, one sentence a change; empty when all was right already.</summary>
    public IReadOnlyList<string> Changes { get; init => field = value.Select(ShownText.Of).ToArray(); } = [];

    /// <summary>Whether its policy was written for that trail a moment ago, so that it may not have spread yet.</summary>
    internal bool IsPolicyFresh { get; init; }

    /// <summary>The bucket's name.</summary>
    public override string ToString() => BucketName;
}
