namespace OrgTrail.Trails;

/// <summary>
/// The Regions that every account has without opting in. A trail whose home Region is another one delivers nothing from
/// accounts that did not opt in, even when it is multi-Region (CloudTrail user guide, "Creating a trail for an organization").
/// </summary>
internal static class DefaultRegions
{
    // "Enable or disable AWS Regions in your account", Account Management reference guide: Regions launched before
    // 20 March 2019 are on by default; all later ones of the commercial partition must be opted in to.
    private static readonly string[] Commercial =
    [
        "us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "sa-east-1",
        "eu-central-1", "eu-west-1", "eu-west-2", "eu-west-3", "eu-north-1",
        "ap-south-1", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-southeast-1", "ap-southeast-2",
    ];

    /// <summary>Whether accounts have to opt in to a Region; other partitions than the commercial one know no opting in.</summary>
    public static bool NeedsOptIn(string region) => Partition.OfRegion(region) == "aws" && !Commercial.Contains(region);

    /// <summary>The Regions that every account of a partition has; empty for a partition whose Regions are not public.</summary>
    /// <param name="partition">The second part of ARNs there, for example <c>aws-us-gov</c>.</param>
    public static IReadOnlyList<string> Of(string partition) => partition switch
    {
        "aws" => Commercial,
        "aws-us-gov" => ["us-gov-east-1", "us-gov-west-1"],
        "aws-cn" => ["cn-north-1", "cn-northwest-1"],
        "aws-eusc" => ["eusc-de-east-1"],
        _ => [],
    };
}
