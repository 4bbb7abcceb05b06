using static OrgTrail.Health.Control;

namespace OrgTrail.Health;

internal sealed class LoggingCheck() : Check(
    "Logging",
    "The trail logs",
    "What happens while a trail does not log is in no log file, and never will be.",
    [SecurityHub(3), .. Cis("3.1")])
{
    public override async Task<Finding> JudgeAsync(TrailFacts facts)
    {
        var status = await facts.Status;
        return status switch
        {
            { IsLogging: true, StartLoggingTime: { } start } => Finding.Pass($"The trail has logged since {Age.Moment(start)}."),
            { IsLogging: true } => Finding.Pass("The trail logs."),
            { StopLoggingTime: { } stop } => Finding.Fail($"The trail has not logged since {Age.Moment(stop)}.", Start(facts)),
            _ => Finding.Fail("The trail has never logged.", Start(facts)),
        };
    }

    private static string Start(TrailFacts facts) => $"Start-OrgTrailLogging -Trail {facts.Trail.TrailARN}";
}
