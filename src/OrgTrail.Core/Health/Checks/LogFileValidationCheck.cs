using OrgTrail.State;
using static OrgTrail.Health.Control;

namespace OrgTrail.Health;

internal sealed class LogFileValidationCheck() : Check(
    "LogFileValidation",
    "Log file validation is on",
    "Without digests nobody can prove that log files are as CloudTrail wrote them, and that none is missing.",
    [SecurityHub(4), .. Cis("3.2")])
{
    public override Task<Finding> EvaluateAsync(TrailState state) => Task.FromResult(state.Trail.LogFileValidationEnabled
        ? Finding.Pass("Log file validation is on.")
        : Finding.Warn("Log file validation is off.", $"Set-OrgTrail -Trail {state.Trail.TrailARN} -EnableLogFileValidation $true"));
}
