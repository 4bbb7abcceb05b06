namespace OrgTrail.Core.Tests.Health.Checks;

public sealed class BucketCheckTests
{
    private readonly HealthScene _scene = new();

    [Fact]
    public async Task A_bucket_that_is_gone_fails_and_leaves_what_hangs_on_it_unknown()
    {
        _scene.BucketRegion = null;

        var results = await _scene.EvaluateAsync("Bucket", "BucketOwner", "KeyRegion");

        Assert.Equal(CheckVerdict.Fail, results["Bucket"].Verdict);
        // Where its key lies, or nothing could be delivered to it.
        Assert.Equal("New-OrgTrailBucket -BucketName acme-audit -TrailName acme -HomeRegion us-east-1 -BucketRegion eu-central-1", results["Bucket"].Remedy);
        Assert.Equal(CheckVerdict.Unknown, results["BucketOwner"].Verdict);
        Assert.Equal(CheckVerdict.Unknown, results["KeyRegion"].Verdict);
    }

    [Theory]
    [InlineData(HealthScene.Management, 1)]
    [InlineData(HealthScene.Member, 2)]
    public async Task The_owner_is_found_among_the_organizations_accounts(string owner, int asked)
    {
        _scene.BucketOwner = owner;

        var result = await _scene.EvaluateOneAsync("BucketOwner");

        Assert.Equal(CheckVerdict.Pass, result.Verdict);
        Assert.Contains(owner, result.Observed, StringComparison.Ordinal);
        Assert.Equal(1 + asked, _scene.Script.Calls.Count(call => call == "IBuckets.FindAsync"));
    }

    [Fact]
    public async Task A_bucket_of_a_stranger_fails()
    {
        _scene.BucketOwner = "999999999999";

        var result = await _scene.EvaluateOneAsync("BucketOwner");

        // Without stopping first: what happens while a trail does not log is lost.
        Assert.Equal(CheckVerdict.Fail, result.Verdict);
        Assert.Equal($"Set-OrgTrail -Trail {HealthScene.Arn} -S3BucketName <bucket of your own, as New-OrgTrailBucket makes it>", result.Remedy);
    }

    [Fact]
    public async Task A_bucket_that_the_caller_may_not_see_is_unknown_and_stops_nothing_else()
    {
        foreach (var call in new[] { "IBuckets.FindAsync", "IBuckets.GetPolicyAsync", "IBucketSettings.GetPublicAccessBlockAsync", "IBucketSettings.GetVersioningAsync", "IBucketSettings.GetAccessLoggingAsync" })
            _scene.Script.Refuse(call);

        var results = await _scene.EvaluateAsync();

        string[] hidden = ["Bucket", "BucketOwner", "BucketPolicy", "PublicAccess", "TlsOnly", "Versioning", "AccessLogging", "KeyRegion"];
        Assert.Equal(hidden.Order(), results.Values.Where(result => result.Verdict == CheckVerdict.Unknown).Select(result => result.CheckId).Order());
        Assert.Equal(
            "Allow the caller s3:GetBucketPolicy, or run the command with credentials of the account that owns bucket acme-audit.",
            results["BucketPolicy"].Remedy);
        Assert.All(results.Values.Where(result => !hidden.Contains(result.CheckId)), result => Assert.Equal(CheckVerdict.Pass, result.Verdict));
    }

    [Fact]
    public async Task An_owner_that_is_unknown_for_want_of_the_accounts_names_that_permission()
    {
        _scene.Script.Refuse("IOrganizations.ListAccountsAsync");

        var result = await _scene.EvaluateOneAsync("BucketOwner");

        Assert.Equal(CheckVerdict.Unknown, result.Verdict);
        Assert.StartsWith("Allow the caller organizations:ListAccounts,", result.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_without_a_policy_fails_with_the_command_that_adds_it()
    {
        _scene.BucketPolicy = null;

        var result = await _scene.EvaluateOneAsync("BucketPolicy");

        Assert.Equal(CheckVerdict.Fail, result.Verdict);
        Assert.Equal("New-OrgTrailBucketPolicy -BucketName acme-audit -TrailName acme -HomeRegion us-east-1 | Set-OrgTrailBucketPolicy", result.Remedy);
        Assert.Equal(["acl-check", "management-write", "organization-write"], result.Details);
    }

    [Fact]
    public async Task A_policy_without_the_folder_of_the_management_account_is_a_warning_since_the_trail_delivers()
    {
        _scene.BucketPolicy = HealthScene.RightPolicy().Replace("AWSLogs/111111111111/", "AWSLogs/333333333333/", StringComparison.Ordinal);

        var result = await _scene.EvaluateOneAsync("BucketPolicy");

        Assert.Equal(CheckVerdict.Warning, result.Verdict);
        Assert.StartsWith("CloudTrail can deliver ", result.Observed, StringComparison.Ordinal);
        Assert.Contains("creating, updating or converting it may be refused", result.Observed, StringComparison.Ordinal);
        Assert.Equal("New-OrgTrailBucketPolicy -BucketName acme-audit -TrailName acme -HomeRegion us-east-1 | Set-OrgTrailBucketPolicy", result.Remedy);
    }

    [Fact]
    public async Task A_Deny_that_has_begun_keeps_CloudTrail_out()
    {
        _scene.BucketPolicy = HealthScene.RightPolicy("""
            ,{"Sid":"Frozen","Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::acme-audit/*","Condition":{"DateGreaterThan":{"aws:CurrentTime":"2020-01-01T00:00:00Z"}}}
            """);

        Assert.Equal(CheckVerdict.Fail, (await _scene.EvaluateOneAsync("BucketPolicy")).Verdict);
    }

    [Fact]
    public async Task A_Deny_that_keeps_CloudTrail_out_fails_and_is_named()
    {
        _scene.BucketPolicy = HealthScene.RightPolicy("""
            ,{"Sid":"OurAddressesOnly","Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::acme-audit/*","Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"o-exampleorgid"}}}
            """);

        var result = await _scene.EvaluateOneAsync("BucketPolicy");

        Assert.Equal(CheckVerdict.Fail, result.Verdict);
        Assert.Equal("OurAddressesOnly", Assert.IsType<BlockingStatement>(Assert.Single(result.Details)).Sid);
    }

    [Fact]
    public async Task A_Deny_that_only_may_keep_CloudTrail_out_is_a_warning()
    {
        _scene.BucketPolicy = HealthScene.RightPolicy("""
            ,{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::acme-audit/*","Condition":{"DateGreaterThan":{"aws:CurrentTime":"2030-01-01T00:00:00Z"}}}
            """);

        Assert.Equal(CheckVerdict.Warning, (await _scene.EvaluateOneAsync("BucketPolicy")).Verdict);
    }

    [Fact]
    public async Task A_policy_that_lets_in_every_trail_is_a_warning()
    {
        _scene.BucketPolicy = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":["s3:GetBucketAcl","s3:PutObject"],"Resource":["arn:aws:s3:::acme-audit","arn:aws:s3:::acme-audit/AWSLogs/*"]}]}
            """;

        var result = await _scene.EvaluateOneAsync("BucketPolicy");

        Assert.Equal(CheckVerdict.Warning, result.Verdict);
        Assert.Contains("on behalf of any AWS account", result.Observed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_that_does_not_block_public_access_is_a_warning_and_an_open_one_fails()
    {
        _scene.PublicAccess = new(true, true, false, false);
        var closed = await _scene.EvaluateOneAsync("PublicAccess");
        Assert.Equal(CheckVerdict.Warning, closed.Verdict);
        Assert.Equal("Bucket acme-audit does not block new public policies, access by public policies that are there.", closed.Observed);

        _scene.BucketPolicy = HealthScene.RightPolicy(""",{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::acme-audit/*"}""");
        Assert.Equal(CheckVerdict.Fail, (await _scene.EvaluateOneAsync("PublicAccess")).Verdict);

        _scene.PublicAccess = null;
        Assert.Equal(CheckVerdict.Fail, (await _scene.EvaluateOneAsync("PublicAccess")).Verdict);

        _scene.PublicAccess = new(false, true, true, true);
        Assert.Equal(CheckVerdict.Warning, (await _scene.EvaluateOneAsync("PublicAccess")).Verdict);
    }

    [Theory]
    [InlineData("Enabled", CheckVerdict.Pass, "")]
    [InlineData("Suspended", CheckVerdict.Warning, "New-OrgTrailBucket -BucketName acme-audit -Force")]
    [InlineData(null, CheckVerdict.Warning, "New-OrgTrailBucket -BucketName acme-audit")]
    public async Task Versions_must_be_kept(string? versioning, CheckVerdict verdict, string remedy)
    {
        _scene.Versioning = versioning;

        var result = await _scene.EvaluateOneAsync("Versioning");

        Assert.Equal(verdict, result.Verdict);
        Assert.Equal(remedy, result.Remedy);
    }

    [Theory]
    [InlineData("\"Resource\":[\"arn:aws:s3:::acme-audit\",\"arn:aws:s3:::acme-audit/*\"]", CheckVerdict.Pass)]
    [InlineData("\"Resource\":\"arn:aws:s3:::acme-audit/*\"", CheckVerdict.Warning)]
    public async Task Plain_HTTP_must_be_denied_on_the_bucket_and_its_objects(string resource, CheckVerdict verdict)
    {
        _scene.BucketPolicy = HealthScene.DenyPlain.Replace("""
            "Resource":["arn:aws:s3:::acme-audit","arn:aws:s3:::acme-audit/*"]
            """, resource, StringComparison.Ordinal).Insert(0, """{"Version":"2012-10-17","Statement":""") + "}";

        var result = await _scene.EvaluateOneAsync("TlsOnly");

        Assert.Equal(verdict, result.Verdict);
        Assert.Equal(verdict == CheckVerdict.Pass ? "" : "New-OrgTrailBucket -BucketName acme-audit", result.Remedy);
    }

    [Fact]
    public async Task Requests_to_the_bucket_must_be_logged()
    {
        Assert.Equal(CheckVerdict.Pass, (await _scene.EvaluateOneAsync("AccessLogging")).Verdict);

        _scene.AccessLogging = null;
        Assert.Equal(CheckVerdict.Warning, (await _scene.EvaluateOneAsync("AccessLogging")).Verdict);
    }
}
