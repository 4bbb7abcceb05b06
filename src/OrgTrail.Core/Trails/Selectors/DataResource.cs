using OrgTrail.Trails;

namespace OrgTrail;

/// <summary>Resources whose data events a basic event selector records (CloudTrail API reference, DataResource).</summary>
public sealed record DataResource
{
    /// <summary><c>AWS::S3::Object</c>, <c>AWS::Lambda::Function</c> or <c>AWS::DynamoDB::Table</c>.</summary>
    public required string Type { get; init; }

    /// <summary>ARNs, or beginnings of ARNs: <c>arn:aws:s3</c> for all objects of all buckets.</summary>
    public IReadOnlyList<string> Values { get; init => field = value.ToArray(); } = [];

    /// <summary>The type and the resources.</summary>
    public override string ToString() => $"{Type} {SelectorText.Of(Values)}";
}
