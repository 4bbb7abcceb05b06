using OrgTrail.Sandbox.Faults;

namespace OrgTrail.Sandbox.Tests;

public sealed class SandboxLimitsTests
{
    [Fact]
    public void Objects_without_end_are_refused_when_their_keys_take_too_much_memory_until_some_are_deleted()
    {
        using var server = Server(new() { IndexBytes = 10_000 });
        Assert.Equal(200, Send(server, Signed.S3("PUT", "/audit")).Status);

        var stored = Enumerable.Range(0, 1000).TakeWhile(number => Send(server, Signed.S3("PUT", $"/audit/{number}", "x")).Status == 200).Count();
        Refused(Send(server, Signed.S3("PUT", "/audit/more", "x")), "the keys of all objects");

        Assert.InRange(stored, 20, 50);
        Assert.Equal(200, Send(server, Signed.S3("GET", "/audit/1")).Status);
        for (var number = 0; number < 10; number++)
            Assert.Equal(204, Send(server, Signed.S3("DELETE", $"/audit/{number}")).Status);
        Assert.Equal(200, Send(server, Signed.S3("PUT", "/audit/more", "x")).Status);
        for (var again = 0; again < 100; again++)
            Assert.Equal(200, Send(server, Signed.S3("PUT", "/audit/more", "x")).Status);
    }

    [Fact]
    public void One_object_that_is_replaced_without_end_is_refused_when_the_disk_would_fill()
    {
        using var server = Server(new() { ObjectBytes = 100_000 });
        Assert.Equal(200, Send(server, Signed.S3("PUT", "/audit")).Status);
        var content = new string('x', 9_000);

        var stored = Enumerable.Range(0, 100).TakeWhile(_ => Send(server, Signed.S3("PUT", "/audit/k", content)).Status == 200).Count();
        Refused(Send(server, Signed.S3("PUT", "/audit/k", content)), "that were ever stored");

        Assert.Equal(11, stored);
        Assert.Equal(content, Send(server, Signed.S3("GET", "/audit/k")).Body);
        Assert.Equal(200, Send(server, Signed.S3("PUT", "/audit/k", "small")).Status);
    }

    [Fact]
    public void State_that_grows_without_end_is_refused_in_the_words_of_each_protocol_until_some_is_deleted()
    {
        using var server = Server(new() { StateBytes = 100_000 });

        var created = Enumerable.Range(0, 2000).TakeWhile(number => Send(server, Signed.S3("PUT", $"/bucket-{number}")).Status == 200).Count();
        Refused(Send(server, Signed.S3("PUT", "/one-more")), "its state");
        Refused(Send(server, Signed.Json("kms", "TrentService.CreateKey", "{}")), "its state");
        Refused(Send(server, Signed.Query("sns", "Version=2010-03-31&Action=CreateTopic&Name=t")), "its state");

        Assert.InRange(created, 50, 1500);
        Assert.Equal(200, Send(server, Signed.S3("GET", "/")).Status);
        Assert.Equal(200, Send(server, Signed.Json("organizations", "AWSOrganizationsV20161128.DescribeOrganization")).Status);
        for (var number = 0; number < created; number++)
            Assert.Equal(204, Send(server, Signed.S3("DELETE", $"/bucket-{number}")).Status);
        Assert.Equal(200, Send(server, Signed.S3("PUT", "/one-more")).Status);
    }

    [Fact]
    public void A_reset_makes_room()
    {
        using var server = Server(new() { StateBytes = 100_000, IndexBytes = 10_000 });
        Assert.Contains(Enumerable.Range(0, 2000), number => Send(server, Signed.S3("PUT", $"/bucket-{number}")).Status == 507);
        Assert.Contains(Enumerable.Range(0, 2000), number => Send(server, Signed.S3("PUT", $"/bucket-0/{number}", "x")).Status == 507);

        server.Reset();

        Assert.Equal(200, Send(server, Signed.S3("PUT", "/audit")).Status);
        Assert.Equal(200, Send(server, Signed.S3("PUT", "/audit/k", "x")).Status);
    }

    [Fact]
    public void Delivery_stops_with_the_reason_when_there_is_no_room_for_more_files()
    {
        using var server = Server(new() { IndexBytes = 100_000 });
        Trail(server);

        Assert.Equal("SandboxFull", Assert.Throws<OrgTrailException>(() => server.Advance(TimeSpan.FromDays(30))).Problem.Id);
    }

    [Fact]
    public void Time_in_which_too_much_would_be_delivered_does_not_pass()
    {
        using var server = Server(new());
        Trail(server);
        var before = server.Context.Clock.Ahead;

        var problem = Assert.Throws<OrgTrailException>(() => server.Advance(TimeSpan.FromDays(3650))).Problem;

        Assert.Equal("AdvanceTooLarge", problem.Id);
        Assert.Equal(before, server.Context.Clock.Ahead);
        Assert.Empty(server.Context.Objects.List("audit", "", ""));
    }

    [Fact]
    public void Faults_are_a_thousand_at_most()
    {
        using var server = Server(new());
        for (var number = 0; number < 1000; number++)
            server.Faults.Add(new() { Kind = FaultKind.Throttling });

        Assert.Equal("TooManyFaults", Assert.Throws<OrgTrailException>(() => server.Faults.Add(new() { Kind = FaultKind.Throttling })).Problem.Id);
    }

    [Fact]
    public void A_long_name_of_an_operation_is_not_kept()
    {
        using var server = Server(new());
        SandboxCall? last = null;
        server.Called += (_, call) => last = call;

        Send(server, Signed.Json("cloudtrail", "CloudTrail_20131101." + new string('x', 20_000)));

        Assert.Equal(128, last!.Operation.Length);
    }

    private static SandboxServer Server(SandboxLimits limits) =>
        SandboxServer.Start(new() { AccountCount = 3, Time = new ManualTime(), Limits = limits, Regions = ["us-east-1", "eu-west-1"] });

    // An organization trail is not needed: one of an account delivers, too.
    private static void Trail(SandboxServer server)
    {
        var policy = """
            {"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:GetBucketAcl","Resource":"arn:aws:s3:::audit"},
            {"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::audit/*"}]}
            """;
        server.State.S3.Buckets["audit"] = new() { Name = "audit", OwnerAccountId = "111111111111", Region = "us-east-1", Policy = policy };
        for (var number = 0; number < 3; number++)
        {
            server.State.CloudTrail.Trails.Add(new()
            {
                Name = $"trail-{number}",
                OwnerAccountId = "111111111111",
                HomeRegion = "us-east-1",
                S3BucketName = "audit",
                IsMultiRegionTrail = true,
                LogFileValidationEnabled = true,
                IsLogging = true,
                StartLoggingTime = server.Context.Clock.Now,
                CreationTime = server.Context.Clock.Now,
            });
        }
    }

    private static void Refused(RawAnswer answer, string what)
    {
        Assert.Equal(507, answer.Status);
        Assert.Contains("SandboxFull", answer.Body, StringComparison.Ordinal);
        Assert.Contains(what, answer.Body, StringComparison.Ordinal);
    }

    private static RawAnswer Send(SandboxServer server, string request)
    {
        using var client = new RawClient(server.Endpoint);
        client.Send(request);
        return client.Read();
    }
}
