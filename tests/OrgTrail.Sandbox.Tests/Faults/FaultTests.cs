using System.Collections.Concurrent;
using OrgTrail.Sandbox.Faults;
using OrgTrail.Sandbox.State;
using OrgTrail.Testing;

namespace OrgTrail.Sandbox.Tests.Faults;

public sealed class FaultTests : IDisposable
{
    private const string List = "CloudTrail_20131101.ListTrails";
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    private readonly StubSandbox _sandbox = new();

    public void Dispose()
    {
        Assert.Empty(_sandbox.Server.InternalErrors);
        _sandbox.Dispose();
    }

    [Fact]
    public void The_nth_call_of_an_operation_is_throttled_and_no_other()
    {
        Add(new() { Service = "cloudtrail", Operation = "ListTrails", Kind = FaultKind.Throttling, OnCall = 2 });

        Assert.Equal([200, 400, 200], [Call(), Call(), Call()]);
        Assert.Equal(200, _sandbox.Send(Signed.Json("organizations", "AWSOrganizationsV20161128.ListTrails")).Status);
    }

    [Theory]
    [InlineData("cloudtrail", 400, "ThrottlingException")]
    [InlineData("organizations", 400, "TooManyRequestsException")]
    [InlineData("sts", 400, "<Code>Throttling</Code>")]
    [InlineData("s3", 503, "<Code>SlowDown</Code>")]
    public void Each_service_throttles_in_its_own_words(string service, int status, string expected)
    {
        Add(new() { Kind = FaultKind.Throttling });

        AssertAnswer(Any(service), status, expected);
    }

    [Theory]
    [InlineData("cloudtrail", 500, "InternalFailure")]
    [InlineData("organizations", 500, "ServiceException")]
    [InlineData("s3", 500, "<Code>InternalError</Code>")]
    [InlineData("sts", 503, "<Code>ServiceUnavailable</Code>")]
    [InlineData("cloudtrail", 502, "InternalFailure")]
    public void Each_service_fails_in_its_own_words(string service, int status, string expected)
    {
        Add(new() { Kind = FaultKind.ServerError, Status = status });

        AssertAnswer(Any(service), status, expected);
        Assert.Equal(0, _sandbox.Calls);
    }

    [Theory]
    [InlineData("cloudtrail", 400, "\"AccessDeniedException\",\"Message\":\"User: arn:aws:iam::111111111111:user/sandbox is not authorized to perform: cloudtrail:ListTrails")]
    [InlineData("organizations", 400, "AccessDeniedException")]
    [InlineData("s3", 403, "<Code>AccessDenied</Code><Message>Access Denied</Message>")]
    [InlineData("sts", 403, "<Code>AccessDenied</Code>")]
    public void Each_service_denies_access_in_its_own_words(string service, int status, string expected)
    {
        Add(new() { Kind = FaultKind.AccessDenied });

        AssertAnswer(Any(service), status, expected);
        Assert.Equal(0, _sandbox.Calls);
    }

    [Fact]
    public void A_fault_happens_so_many_times()
    {
        Add(new() { Kind = FaultKind.ServerError, Times = 2 });

        Assert.Equal([500, 500, 200, 200], [Call(), Call(), Call(), Call()]);
    }

    [Fact]
    public void A_share_of_calls_follows_from_its_seed()
    {
        Add(new() { Kind = FaultKind.Throttling, Share = 0.5, Seed = 3 });
        var first = Enumerable.Range(0, 40).Select(_ => Call()).ToList();
        _sandbox.Server.Faults.Clear();
        Add(new() { Kind = FaultKind.Throttling, Share = 0.5, Seed = 3 });

        Assert.Equal(first, Enumerable.Range(0, 40).Select(_ => Call()));
        Assert.InRange(first.Count(status => status == 400), 10, 30);
    }

    [Fact]
    public void Of_two_faults_the_first_happens_and_both_count()
    {
        Add(new() { Kind = FaultKind.ServerError, OnCall = 1 });
        Add(new() { Kind = FaultKind.Throttling, OnCall = 2 });

        Assert.Equal([500, 400, 200], [Call(), Call(), Call()]);
    }

    [Fact]
    public void A_reset_connection_ends_without_an_answer()
    {
        Add(new() { Kind = FaultKind.ConnectionReset, Times = 1 });
        using var client = _sandbox.Connect();

        client.Send(Signed.Json("cloudtrail", List));

        Assert.True(client.IsClosed());
        Assert.Equal(0, _sandbox.Calls);
        Assert.Equal(200, Call());
    }

    [Fact]
    public void Of_a_lost_answer_the_work_is_done()
    {
        Add(new() { Kind = FaultKind.LostAnswer, Times = 1 });
        using var client = _sandbox.Connect();

        client.Send(Signed.Json("cloudtrail", "CloudTrail_20131101.CreateTrail", """{"Name":"one"}"""));

        Assert.True(client.IsClosed());
        Assert.EndsWith(",one\"}", Listed(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_may_hang_after_its_work_is_done()
    {
        Add(new() { Kind = FaultKind.HangAfter, Times = 1 });
        using (var client = _sandbox.Connect())
        {
            client.Send(Signed.Json("cloudtrail", "CloudTrail_20131101.CreateTrail", """{"Name":"one"}"""));
            Assert.True(SpinWait.SpinUntil(() => _sandbox.Calls == 1, LongEnough));
            _sandbox.Time.Advance(TimeSpan.FromDays(2));
            Assert.False(client.HasAnswer);
        }

        Assert.EndsWith(",one\"}", Listed(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_call_is_told_with_what_became_of_it()
    {
        var calls = new ConcurrentQueue<SandboxCall>();
        var now = _sandbox.Server.Context.Clock.Now;
        _sandbox.Server.Called += (_, call) => calls.Enqueue(call);
        Add(new() { Kind = FaultKind.LostAnswer, OnCall = 2 });
        Add(new() { Kind = FaultKind.ConnectionReset, OnCall = 3 });

        Call();
        foreach (var target in (string[])[List, "CloudTrail_20131101.CreateTrail"])
        {
            using var client = _sandbox.Connect();
            client.Send(Signed.Json("cloudtrail", target, target == List ? "{}" : """{"Name":"one"}"""));
            Assert.True(client.IsClosed());
        }

        Assert.Equal(
            [
                new(now, "cloudtrail", "ListTrails", "us-east-1", "111111111111", 200, null),
                new(now, "cloudtrail", "ListTrails", "us-east-1", "111111111111", 200, FaultKind.LostAnswer),
                new(now, "cloudtrail", "CreateTrail", "us-east-1", "111111111111", null, FaultKind.ConnectionReset),
            ],
            calls);
        Assert.Equal([true, true, false], calls.Select(call => call.OnlyReads));
    }

    [Fact]
    public void A_late_answer_comes_when_its_time_has_passed()
    {
        Add(new() { Kind = FaultKind.Latency, Seconds = 30 });
        using var client = _sandbox.Connect();

        client.Send(Signed.Json("cloudtrail", List));
        Assert.True(SpinWait.SpinUntil(() => _sandbox.Calls == 1, LongEnough));
        Assert.False(client.HasAnswer);
        Assert.True(SpinWait.SpinUntil(() => Passed(TimeSpan.FromSeconds(31)) && client.HasAnswer, LongEnough));

        Assert.Equal(200, client.Read().Status);
    }

    [Fact]
    public void A_hanging_call_lasts_until_the_client_gives_up()
    {
        Add(new() { Kind = FaultKind.Hang, Times = 1 });
        using (var client = _sandbox.Connect())
        {
            client.Send(Signed.Json("cloudtrail", List));
            Assert.True(SpinWait.SpinUntil(() => _sandbox.Server.Calls == 1, LongEnough));
            _sandbox.Time.Advance(TimeSpan.FromDays(2));
            Assert.False(client.HasAnswer);
        }

        Assert.True(SpinWait.SpinUntil(() => _sandbox.Server.Clients == 0, LongEnough));
        Assert.Equal(200, Call());
    }

    [Fact]
    public void A_stale_read_answers_what_was_before_the_last_change()
    {
        Add(new() { Operation = "ListTrails", Kind = FaultKind.StaleRead, OnCall = 2 });
        Assert.EndsWith("eu-central-1\"}", Listed(), StringComparison.Ordinal);
        Create("one");
        Create("two");

        Assert.EndsWith("eu-central-1,one\"}", Listed(), StringComparison.Ordinal);
        Assert.EndsWith("eu-central-1,one,two\"}", Listed(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stale_read_is_true_when_nothing_changed()
    {
        Create("one");
        Add(new() { Kind = FaultKind.StaleRead });

        Assert.EndsWith("eu-central-1,one\"}", Listed(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_late_policy_is_in_effect_after_its_time()
    {
        var bucket = Bucket("old");
        Add(new() { Kind = FaultKind.LatePolicyPropagation, Seconds = 10 });

        PutPolicy("new");
        Assert.Equal(("new", "old"), (bucket.Policy, Effective(bucket)));
        PutPolicy("newer");
        Assert.Equal("old", Effective(bucket));
        _sandbox.Server.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("newer", Effective(bucket));
        Assert.Empty(_sandbox.Server.State.S3.PolicyPropagation);
    }

    [Fact]
    public void A_late_policy_is_in_effect_after_so_many_checks()
    {
        var bucket = Bucket(null);
        Add(new() { Kind = FaultKind.LatePolicyPropagation, Checks = 2, Times = 1 });

        PutPolicy("new");

        Assert.Equal((null, null, "new", "new"), (Effective(bucket), Effective(bucket), Effective(bucket), Effective(bucket)));
        PutPolicy("newer");
        Assert.Equal("newer", Effective(bucket));
    }

    [Theory]
    [InlineData(FaultKind.Latency, null, null, null, 0, 0, 500)]
    [InlineData(FaultKind.Throttling, 0, null, null, 0, 0, 500)]
    [InlineData(FaultKind.Throttling, null, 1.5, null, 0, 0, 500)]
    [InlineData(FaultKind.Throttling, null, double.NaN, null, 0, 0, 500)]
    [InlineData(FaultKind.Throttling, null, null, 0, 0, 0, 500)]
    [InlineData(FaultKind.Latency, null, null, null, -1, 0, 500)]
    [InlineData(FaultKind.Latency, null, null, null, double.NaN, 0, 500)]
    [InlineData(FaultKind.ServerError, null, null, null, 0, 0, 404)]
    [InlineData(FaultKind.LatePolicyPropagation, null, null, null, 0, 0, 500)]
    [InlineData(FaultKind.LatePolicyPropagation, null, null, null, 1, 1, 500)]
    [InlineData((FaultKind)99, null, null, null, 0, 0, 500)]
    public void Faults_that_make_no_sense_are_refused(FaultKind kind, int? onCall, double? share, int? times, double seconds, int checks, int status)
    {
        var fault = new Fault { Kind = kind, OnCall = onCall, Share = share, Times = times, Seconds = seconds, Checks = checks, Status = status };

        Assert.Equal("InvalidFault", Assert.Throws<OrgTrailException>(() => Add(fault)).Problem.Id);
        Assert.Empty(_sandbox.Server.Faults.All);
    }

    [Fact]
    public void The_help_topic_names_each_kind()
    {
        var help = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "src", "OrgTrail", "en-US", "about_OrgTrailSandbox.help.txt"));

        Assert.All(Enum.GetNames<FaultKind>(), kind => Assert.Contains($"\n    {kind} ", help, StringComparison.Ordinal));
    }

    private void Add(Fault fault) => _sandbox.Server.Faults.Add(fault);

    private int Call() => _sandbox.Send(Signed.Json("cloudtrail", List)).Status;

    private string Listed() => _sandbox.Send(Signed.Json("cloudtrail", List)).Body;

    private void Create(string name) =>
        Assert.Equal(200, _sandbox.Send(Signed.Json("cloudtrail", "CloudTrail_20131101.CreateTrail", $$"""{"Name":"{{name}}"}""")).Status);

    private RawAnswer Any(string service) => _sandbox.Send(service switch
    {
        "s3" => Signed.S3("GET", "/b/k"),
        "sts" => Signed.Query("sts", "Version=2011-06-15&Action=GetCallerIdentity"),
        _ => Signed.Json(service, "ListTrails"),
    });

    private SandboxBucket Bucket(string? policy) => _sandbox.Server.State.S3.Buckets["b"] =
        new() { Name = "b", OwnerAccountId = "111111111111", Region = "us-east-1", Policy = policy };

    private void PutPolicy(string policy) => Assert.Equal(200, _sandbox.Send(Signed.S3("PUT", "/b?policy", policy)).Status);

    private string? Effective(SandboxBucket bucket) => _sandbox.Server.Context.EffectivePolicy(bucket);

    private bool Passed(TimeSpan time)
    {
        _sandbox.Time.Advance(time);
        return true;
    }

    private static void AssertAnswer(RawAnswer answer, int status, string expected)
    {
        Assert.Equal(status, answer.Status);
        Assert.Contains(expected, answer.Body, StringComparison.Ordinal);
    }
}
