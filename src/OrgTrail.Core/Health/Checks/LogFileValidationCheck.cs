using static OrgTrail.Health.Control;

namespace OrgTrail.Health;

internal sealed class LogFileValidationCheck() : Check(
    "LogFileValidation",
    "Log file validation is on",
    "Without digests nobody can prove that log files are as CloudTrail wrote them, and that none is missing.",
    [SecurityHub(4), .. Cis("3.2")])
{
    public override Task<Finding> JudgeAsync(TrailFacts facts) => Task.FromResult(facts.Trail.LogFileValidationEnabled
        ? Finding.Pass("Log file validation is on.")
        : Finding.Warn("Log file validation is off.", $"Set-OrgTrail -Trail {facts.Trail.TrailARN} -EnableLogFileValidation $true"));
}
