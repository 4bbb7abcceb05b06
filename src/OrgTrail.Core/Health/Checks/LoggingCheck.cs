using OrgTrail.State;
using static OrgTrail.Health.Control;

namespace OrgTrail.Health;

internal sealed class LoggingCheck() : Check(
    "Logging",
    "The trail logs",
    "What happens while a trail does not log is in no log file, and never will be.",
    [SecurityHub(3), .. Cis("3.1")])
{
    public override async Task<Finding> EvaluateAsync(TrailState state)
    {
        var status = await state.Status;
        return status switch
        {
            { IsLogging: true, StartLoggingTime: { } start } => Finding.Pass($"The trail has logged since {Age.Moment(start)}."),
            { IsLogging: true } => Finding.Pass("The trail logs."),
            { StopLoggingTime: { } stop } => Finding.Fail($"The trail has not logged since {Age.Moment(stop)}.", Start(state)),
            _ => Finding.Fail("The trail has never logged.", Start(state)),
        };
    }

    private static string Start(TrailState state) => $"Start-OrgTrailLogging -Trail {state.Trail.TrailARN}";
}
