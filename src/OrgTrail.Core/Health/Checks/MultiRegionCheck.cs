using static OrgTrail.Health.Control;

namespace OrgTrail.Health;

internal sealed class MultiRegionCheck() : Check(
    "MultiRegion",
    "The trail covers all Regions",
    "Whoever wants to stay unseen works in the Region that nobody records.",
    [SecurityHub(1), .. Cis("3.1")])
{
    public override Task<Finding> JudgeAsync(TrailFacts facts) => Task.FromResult(facts.Trail.IsMultiRegionTrail
        ? Finding.Pass("The trail covers every Region.")
        : Finding.Warn(
            $"The trail covers Region {facts.Trail.HomeRegion} only.",
            $"Set-OrgTrail -Trail {facts.Trail.TrailARN} -IsMultiRegionTrail $true"));
}
