using OrgTrail.Connection;

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

    /// <summary>Whether it was created by this command.</summary>
    public bool Created { get; init; }

    /// <summary>What was changed, one sentence a change; empty when all was right already.</summary>
    public IReadOnlyList<string> Changes { get; init => field = value.ToArray(); } = [];

    /// <summary>The bucket's name.</summary>
    public override string ToString() => BucketName;
}
