using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>What OrgTrail itself finds wrong with a trail that somebody asked for.</summary>
internal static class TrailProblems
{
    public static Problem NotFound(string name, Problem refusal) => refusal with
    {
        What = $"There is no trail '{name}' among the trails that this account sees, in any Region.",
        Advice = "Get-OrgTrail -IncludeAccountTrail shows the trails that you see. Check the name, and the account of your credentials.",
    };

    public static Problem NoOrganizationTrail() => new(
        "NoOrganizationTrail",
        ProblemKind.NotFound,
        "There is no organization trail among the trails that this account sees, in any Region.",
        "New-OrgTrail creates one. Disabling trusted access turns organization trails into account trails: Get-OrgTrail -IncludeAccountTrail shows those, and takes them to Test-OrgTrail.");

    public static Problem Ambiguous(string name, IReadOnlyList<string> arns) => new(
        "AmbiguousTrailName",
        ProblemKind.InvalidInput,
        $"{arns.Count} trails are named '{name}': {string.Join(", ", arns)}.",
        "Name the trail by its ARN.");

    public static Problem OtherPartition(string homeRegion, string region) => new(
        "RegionInOtherPartition",
        ProblemKind.InvalidInput,
        $"Region {homeRegion} lies in the partition '{Partition.OfRegion(homeRegion)}', but Region {region} of the connection in '{Partition.OfRegion(region)}'.",
        $"Use credentials and a -Region of the partition '{Partition.OfRegion(homeRegion)}', for example -Region {homeRegion}.");

    public static Problem PerhapsCreated(string name, Problem fault) => fault with
    {
        What = $"It is not known whether trail {name} was created; if it was, it does not log. {fault.What}",
        Advice = $"Look with Get-OrgTrail {name}. When it is there, run Start-OrgTrailLogging {name}; otherwise run the command again.",
    };

    public static Problem CreatedButNotLogging(Trail trail, Problem refusal) => refusal with
    {
        What = $"Trail {trail.Name} was created, but it does not log: {refusal.What}",
        Advice = $"{refusal.Advice} Then run Start-OrgTrailLogging -Trail {trail.TrailARN}.",
    };

    public static Problem OtherPartition(TrailArn arn, string region) => new(
        "TrailInOtherPartition",
        ProblemKind.InvalidInput,
        $"Trail {arn} lies in the partition '{arn.Partition}', but Region {region} of the connection in '{Partition.OfRegion(region)}'.",
        $"Use credentials and a -Region of the partition '{arn.Partition}', for example -Region {arn.Region}.");
}
