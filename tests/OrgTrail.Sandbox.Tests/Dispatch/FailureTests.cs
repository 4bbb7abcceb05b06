namespace OrgTrail.Sandbox.Tests.Dispatch;

public sealed class FailureTests : IDisposable
{
    private readonly StubSandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_refusal_is_no_failure_of_the_sandbox()
    {
        var answer = _sandbox.Send(Signed.Json("cloudtrail", "CloudTrail_20131101.DeleteTrail"));

        Assert.Equal((400, "TrailNotFoundException"), (answer.Status, answer.Headers["x-amzn-ErrorType"]));
        Assert.Empty(_sandbox.Server.InternalErrors);
    }

    [Fact]
    public void A_failing_service_answers_in_the_shape_of_its_protocol_and_is_remembered()
    {
        using var client = _sandbox.Connect();

        client.Send(Signed.Json("cloudtrail", "CloudTrail_20131101.StopLogging"));
        AssertFailure(client.Read(), "\"InternalFailure\"");
        client.Send(Signed.Query("sts", "Action=AssumeRole&Version=2011-06-15"));
        AssertFailure(client.Read(), "<Code>InternalFailure</Code>");
        client.Send(Signed.S3("DELETE", "/b/k"));
        AssertFailure(client.Read(), "<Code>InternalError</Code>");

        Assert.Equal(
            ["cloudtrail StopLogging", "sts AssumeRole", "s3 DeleteObject"],
            _sandbox.Server.InternalErrors.Select(error => error.Call));
        Assert.All(_sandbox.Server.InternalErrors, error => Assert.IsType<InvalidTimeZoneException>(error.Failure));
        Assert.Contains("s3 DeleteObject failed: InvalidTimeZoneException", _sandbox.Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_are_counted_whatever_becomes_of_them()
    {
        _sandbox.Send(Signed.Json("cloudtrail", "CloudTrail_20131101.ListTrails"));
        _sandbox.Send(Signed.Json("cloudtrail", "CloudTrail_20131101.StopLogging"));
        _sandbox.Send("GET / HTTP/1.1\r\n\r\n");

        Assert.Equal(3, _sandbox.Server.Calls);
    }

    private static void AssertFailure(RawAnswer answer, string code)
    {
        Assert.Equal(500, answer.Status);
        Assert.Contains(code, answer.Body, StringComparison.Ordinal);
        Assert.Contains("InvalidTimeZoneException", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("on purpose", answer.Body, StringComparison.Ordinal);
    }
}
