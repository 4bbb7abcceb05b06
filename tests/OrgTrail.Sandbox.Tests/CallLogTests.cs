namespace OrgTrail.Sandbox.Tests;

public sealed class CallLogTests
{
    [Fact]
    public void The_last_calls_are_kept_and_the_others_are_counted()
    {
        var log = new CallLog();

        foreach (var number in Enumerable.Range(1, CallLog.Most + 3))
            log.Add(new(default, "s3", $"{number}", "us-east-1", "111111111111", 200, null));

        var (calls, forgotten) = log.Read();
        Assert.Equal(3, forgotten);
        Assert.Equal(CallLog.Most, calls.Count);
        Assert.Equal(("4", $"{CallLog.Most + 3}"), (calls[0].Operation, calls[^1].Operation));
    }

    [Fact]
    public void A_cleared_log_begins_anew()
    {
        var log = new CallLog();
        foreach (var number in Enumerable.Range(0, CallLog.Most + 1))
            log.Add(new(default, "s3", $"{number}", "us-east-1", "111111111111", 200, null));

        log.Clear();

        Assert.Equal(0, log.Read().Forgotten);
        Assert.Empty(log.Read().Calls);
    }
}
