using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Faults;

namespace OrgTrail.Sandbox.Tests;

/// <summary>What only shows when server, faults and services work together.</summary>
public sealed class WholeSandboxTests : IDisposable
{
    private readonly SandboxServer _server = SandboxServer.Start(new());

    public void Dispose()
    {
        Assert.Empty(_server.InternalErrors);
        _server.Dispose();
    }

    [Fact]
    public void A_policy_that_has_not_spread_yet_is_refused_by_CloudTrail_although_it_can_be_read()
    {
        _server.Faults.Add(new() { Kind = FaultKind.LatePolicyPropagation, Checks = 2 });
        Prepare("audit");

        Assert.Contains("cloudtrail.amazonaws.com", Send(Signed.S3("GET", "/audit?policy")).Body, StringComparison.Ordinal);
        Assert.Equal("InsufficientS3BucketPolicyException", CreateTrail("acme").Headers["x-amzn-ErrorType"]);
        Assert.Equal("InsufficientS3BucketPolicyException", CreateTrail("acme").Headers["x-amzn-ErrorType"]);
        Assert.Equal(200, CreateTrail("acme").Status);
    }

    [Fact]
    public void Stale_reads_show_the_listing_and_the_policy_before_the_last_change()
    {
        _server.Faults.Add(new() { Service = "cloudtrail", Operation = "ListTrails", Kind = FaultKind.StaleRead, OnCall = 1 });
        _server.Faults.Add(new() { Service = "s3", Operation = "GetBucketPolicy", Kind = FaultKind.StaleRead, OnCall = 1 });
        Prepare("audit");

        Assert.Equal(404, Send(Signed.S3("GET", "/audit?policy")).Status);
        Assert.Equal(200, Send(Signed.S3("GET", "/audit?policy")).Status);
        Assert.Equal(200, CreateTrail("acme").Status);
        Assert.Equal(0, Trails());
        Assert.Equal(1, Trails());
    }

    [Theory]
    [InlineData("/audit/../../../../../../tmp/orgtrail-traversal")]
    [InlineData("/audit/..%2f..%2f..%2f..%2f..%2ftmp%2forgtrail-traversal")]
    [InlineData("/audit/%2ftmp%2forgtrail-traversal")]
    [InlineData("/audit//tmp/orgtrail-traversal")]
    [InlineData("/audit/C:%5ctmp%5corgtrail-traversal")]
    [InlineData("/audit/%00orgtrail-traversal")]
    public void A_key_is_never_a_path(string target)
    {
        Prepare("audit");

        Assert.Equal(200, Send(Signed.S3("PUT", target, "outside")).Status);

        Assert.Equal("outside", Send(Signed.S3("GET", target)).Body);
        Assert.False(File.Exists("/tmp/orgtrail-traversal"));
        Assert.Single(_server.Context.Objects.List("audit", "", ""));
    }

    [Fact]
    public void A_key_like_an_admin_path_is_a_key()
    {
        Prepare("audit");

        Assert.Equal(200, Send(Signed.S3("PUT", "/_sandbox/reset", "x", host: "audit.localhost")).Status);

        Assert.Equal("x", Send(Signed.S3("GET", "/audit/_sandbox/reset")).Body);
    }

    [Theory]
    [InlineData("publicAccessBlock")]
    [InlineData("versioning")]
    [InlineData("encryption")]
    [InlineData("ownershipControls")]
    [InlineData("lifecycle")]
    [InlineData("logging")]
    [InlineData("object-lock")]
    [InlineData("tagging")]
    [InlineData("policy")]
    public void Broken_bodies_are_refused_by_every_setting_of_a_bucket(string setting)
    {
        Prepare("audit");
        string[] bodies =
        [
            "", "<", "text", "<a/>", "<a><b></a>", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><a>&c;</a>", "{\"Version\":1}", "\u0000\u00ff",
        ];

        foreach (var body in bodies)
        {
            var answer = Send(Signed.S3("PUT", $"/audit?{setting}", body));
            Assert.InRange(answer.Status, 400, 499);
            Assert.StartsWith("<?xml", answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("root:", answer.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("lifecycle", "LifecycleConfiguration")]
    [InlineData("logging", "BucketLoggingStatus")]
    public void Characters_that_XML_has_no_place_for_are_kept_out_of_settings(string setting, string root)
    {
        Prepare("audit");

        Assert.Equal(400, Send(Signed.S3("PUT", $"/audit?{setting}", $"<{root}><Rule><ID>&#1;</ID></Rule></{root}>")).Status);

        Assert.InRange(Send(Signed.S3("GET", $"/audit?{setting}")).Status, 200, 404);
    }

    [Fact]
    public void Characters_that_XML_has_no_place_for_are_quoted_in_refusals()
    {
        var answer = Send(Signed.Query("sts", "Version=2011-06-15&Action=%01"));

        Assert.Equal(501, answer.Status);
        Assert.Contains("&#x1;", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_a_client_sends_makes_the_sandbox_fail()
    {
        Prepare("audit");
        Assert.Equal(200, CreateTrail("acme").Status);
        var random = new Random(42);

        foreach (var round in Enumerable.Range(0, 40))
        {
            foreach (var request in Requests.Each())
                SendAnything(Requests.Mutated(request, random));
        }

        Assert.Empty(_server.InternalErrors);
        _server.Faults.Clear();
        Assert.Equal(200, Send(Signed.Json("organizations", "AWSOrganizationsV20161128.DescribeOrganization")).Status);
    }

    private void Prepare(string bucket)
    {
        Assert.Equal(200, Send(Signed.S3("PUT", $"/{bucket}")).Status);
        var policy = $$"""
            {"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:GetBucketAcl","Resource":"arn:aws:s3:::{{bucket}}"},
            {"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::{{bucket}}/*"}]}
            """;
        Assert.Equal(204, Send(Signed.S3("PUT", $"/{bucket}?policy", policy)).Status);
    }

    private RawAnswer CreateTrail(string name) =>
        Send(Signed.Json("cloudtrail", "CloudTrail_20131101.CreateTrail", $$"""{"Name":"{{name}}","S3BucketName":"audit"}"""));

    private int Trails() =>
        JsonNode.Parse(Send(Signed.Json("cloudtrail", "CloudTrail_20131101.ListTrails")).Body)!["Trails"]!.AsArray().Count;

    private RawAnswer Send(string request)
    {
        using var client = new RawClient(_server.Endpoint);
        client.Send(request);
        return client.Read();
    }

    /// <summary>Whatever comes back, something does, or the connection ends.</summary>
    private void SendAnything(string request)
    {
        using var client = new RawClient(_server.Endpoint);
        client.Send(request);
        client.EndSending();
        try
        {
            client.ReadToEnd();
        }
        catch (IOException)
        {
            // A reset is an answer, too.
        }
    }
}
