using OrgTrail.State;
using static OrgTrail.Health.Control;

namespace OrgTrail.Health;

internal sealed class MultiRegionCheck() : Check(
    "MultiRegion",
    "The trail covers all Regions",
    "Whoever wants to stay unseen works in the Region that nobody records.",
    [SecurityHub(1), .. Cis("3.1")])
{
    public override Task<Finding> EvaluateAsync(TrailState state) => Task.FromResult(state.Trail.IsMultiRegionTrail
        ? Finding.Pass("The trail covers every Region.")
        : Finding.Warn(
            $"The trail covers Region {state.Trail.HomeRegion} only.",
            $"Set-OrgTrail -Trail {state.Trail.TrailARN} -IsMultiRegionTrail $true"));
}
