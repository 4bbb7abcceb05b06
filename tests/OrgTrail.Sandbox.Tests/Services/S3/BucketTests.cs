namespace OrgTrail.Sandbox.Tests.Services.S3;

public sealed class BucketTests : IDisposable
{
    private readonly S3Scene _s3 = new();

    public void Dispose() => _s3.Dispose();

    [Fact]
    public void A_bucket_is_created_in_its_Region_with_the_defaults_of_new_buckets()
    {
        var answer = _s3.Call("PUT", "/acme-eu", "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>", region: "eu-west-1");

        Assert.Equal(200, answer.Status);
        Assert.Equal("/acme-eu", S3Scene.Header(answer, "Location"));
        var bucket = _s3.State.S3.Buckets["acme-eu"];
        Assert.Equal(("eu-west-1", S3Scene.Owner, S3Scene.Start), (bucket.Region, bucket.OwnerAccountId, bucket.CreationDate));
        Assert.Equal("BucketOwnerEnforced", bucket.ObjectOwnership);
        Assert.True(bucket.PublicAccessBlock is { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true });
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("Acme")]
    [InlineData("acme_audit")]
    [InlineData("acme..audit")]
    [InlineData("-acme")]
    [InlineData("acme-")]
    [InlineData("192.168.1.1")]
    [InlineData("xn--acme")]
    [InlineData("acme-s3alias")]
    [InlineData("a123456789b123456789c123456789d123456789e123456789f123456789g123")]
    public void Names_that_break_the_rules_are_refused(string name) =>
        S3Scene.Refused(_s3.Call("PUT", $"/{name}"), 400, "InvalidBucketName");

    [Theory]
    [InlineData("us-east-1", "us-east-1", "InvalidLocationConstraint")]
    [InlineData("us-east-1", "xx-nowhere-1", "InvalidLocationConstraint")]
    [InlineData("eu-west-1", "", "IllegalLocationConstraintException")]
    [InlineData("eu-west-1", "us-west-2", "IllegalLocationConstraintException")]
    public void A_location_must_fit_the_endpoint(string endpoint, string location, string code)
    {
        var body = location.Length == 0 ? "" : $"<CreateBucketConfiguration><LocationConstraint>{location}</LocationConstraint></CreateBucketConfiguration>";

        S3Scene.Refused(_s3.Call("PUT", "/acme-new", body, region: endpoint), 400, code);
        Assert.False(_s3.State.S3.Buckets.ContainsKey("acme-new"));
    }

    [Fact]
    public void A_name_is_taken_for_all_accounts_and_only_its_owner_in_the_oldest_Region_may_repeat_himself()
    {
        const string West = "<CreateBucketConfiguration><LocationConstraint>us-west-2</LocationConstraint></CreateBucketConfiguration>";
        _s3.Call("PUT", "/acme-west", West, region: "us-west-2");

        Assert.Equal(200, _s3.Call("PUT", $"/{S3Scene.Bucket}").Status);
        S3Scene.Refused(_s3.Call("PUT", "/acme-west", West, region: "us-west-2"), 409, "BucketAlreadyOwnedByYou");
        S3Scene.Refused(_s3.Call("PUT", $"/{S3Scene.Bucket}", account: S3Scene.Other), 409, "BucketAlreadyExists");
    }

    [Fact]
    public void Object_Lock_at_creation_brings_versioning()
    {
        _s3.Call("PUT", "/acme-locked", headers: ("x-amz-bucket-object-lock-enabled", "true"));

        Assert.Equal("Enabled", S3Scene.Xml(_s3.Call("GET", "/acme-locked?versioning")).Element("Status")?.Value);
        Assert.Equal("Enabled", S3Scene.Xml(_s3.Call("GET", "/acme-locked?object-lock")).Element("ObjectLockEnabled")?.Value);
    }

    [Fact]
    public void An_ACL_at_creation_needs_an_ownership_that_leaves_room_for_it()
    {
        S3Scene.Refused(_s3.Call("PUT", "/acme-acl", headers: ("x-amz-acl", "log-delivery-write")), 400, "InvalidBucketAclWithObjectOwnership");

        _s3.Call("PUT", "/acme-acl", headers: [("x-amz-acl", "log-delivery-write"), ("x-amz-object-ownership", "BucketOwnerPreferred")]);
        Assert.Equal(3, S3Scene.Xml(_s3.Call("GET", "/acme-acl?acl")).Descendants("Grant").Count());
    }

    [Fact]
    public void A_bucket_with_objects_stays()
    {
        _s3.Put("a", "x");
        S3Scene.Refused(_s3.Call("DELETE", $"/{S3Scene.Bucket}"), 409, "BucketNotEmpty");

        _s3.Call("DELETE", $"/{S3Scene.Bucket}/a");
        Assert.Equal(204, _s3.Call("DELETE", $"/{S3Scene.Bucket}").Status);
        S3Scene.Refused(_s3.Call("DELETE", $"/{S3Scene.Bucket}"), 404, "NoSuchBucket");
    }

    [Fact]
    public void Another_Region_tells_where_the_bucket_is_and_only_its_location_is_answered_everywhere()
    {
        _s3.TheBucket.Region = "eu-central-1";

        var refused = _s3.Call("GET", $"/{S3Scene.Bucket}?policy");
        var error = S3Scene.Refused(refused, 301, "PermanentRedirect");
        Assert.Equal("eu-central-1", S3Scene.Header(refused, "x-amz-bucket-region"));
        Assert.Equal("acme-audit.s3.eu-central-1.amazonaws.com", error.Element("Endpoint")?.Value);
        var head = _s3.Call("HEAD", $"/{S3Scene.Bucket}");
        Assert.Equal((301, 0, "eu-central-1"), (head.Status, head.Body.Length, S3Scene.Header(head, "x-amz-bucket-region")));
        Assert.Equal("eu-central-1", S3Scene.Xml(_s3.Call("GET", $"/{S3Scene.Bucket}?location")).Value);
        Assert.Equal(200, _s3.Call("HEAD", $"/{S3Scene.Bucket}", region: "eu-central-1").Status);
    }

    [Fact]
    public void The_oldest_Region_has_no_name_as_a_location() =>
        Assert.Equal("", S3Scene.Xml(_s3.Call("GET", $"/{S3Scene.Bucket}?location")).Value);

    [Fact]
    public void An_account_sees_its_own_buckets()
    {
        _s3.Call("PUT", "/other-bucket", account: S3Scene.Other);
        _s3.Call("PUT", "/aaa-bucket");

        Assert.Equal(["aaa-bucket", S3Scene.Bucket], S3Scene.Xml(_s3.Call("GET", "/")).Descendants("Name").Select(name => name.Value));
        Assert.Equal(["other-bucket"], S3Scene.Xml(_s3.Call("GET", "/", account: S3Scene.Other)).Descendants("Name").Select(name => name.Value));
        var page = S3Scene.Xml(_s3.Call("GET", "/?max-buckets=1"));
        Assert.Equal("aaa-bucket", page.Element("ContinuationToken")?.Value);
        Assert.Equal([S3Scene.Bucket], S3Scene.Xml(_s3.Call("GET", "/?continuation-token=aaa-bucket")).Descendants("Name").Select(name => name.Value));
    }

    [Theory]
    [InlineData("GET", "/acme-audit?torrent", 501, "NotImplemented")]
    [InlineData("PATCH", "/acme-audit", 405, "MethodNotAllowed")]
    [InlineData("POST", "/", 405, "MethodNotAllowed")]
    [InlineData("PUT", "/acme-audit/k?torrent", 501, "NotImplemented")]
    [InlineData("GET", "/acme-audit/%ff%fe", 400, "InvalidURI")]
    [InlineData("GET", "/no-such-bucket/k", 404, "NoSuchBucket")]
    [InlineData("PUT", "/acme-audit?tagging", 400, "MalformedXML")]
    public void What_it_does_not_know_is_refused_in_its_shape(string method, string address, int status, string code)
    {
        var answer = _s3.Call(method, address);

        var error = S3Scene.Refused(answer, status, code);
        Assert.Null(error.Element("Resource"));
        Assert.Equal(S3Scene.Header(answer, "x-amz-request-id"), error.Element("RequestId")?.Value);
    }
}
