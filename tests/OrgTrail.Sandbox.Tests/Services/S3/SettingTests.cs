namespace OrgTrail.Sandbox.Tests.Services.S3;

public sealed class SettingTests : IDisposable
{
    private readonly S3Scene _s3 = new();

    public void Dispose() => _s3.Dispose();

    [Theory]
    [InlineData("website", 404, "NoSuchWebsiteConfiguration")]
    [InlineData("replication", 404, "ReplicationConfigurationNotFoundError")]
    [InlineData("lifecycle", 404, "NoSuchLifecycleConfiguration")]
    [InlineData("tagging", 404, "NoSuchTagSet")]
    [InlineData("object-lock", 404, "ObjectLockConfigurationNotFoundError")]
    [InlineData("policyStatus", 404, "NoSuchBucketPolicy")]
    public void What_a_new_bucket_does_not_have(string setting, int status, string code) =>
        S3Scene.Refused(_s3.Call("GET", $"/acme-audit?{setting}"), status, code);

    [Theory]
    [InlineData("versioning", "VersioningConfiguration", "")]
    [InlineData("accelerate", "AccelerateConfiguration", "")]
    [InlineData("logging", "BucketLoggingStatus", "")]
    [InlineData("notification", "NotificationConfiguration", "")]
    [InlineData("requestPayment", "RequestPaymentConfiguration", "BucketOwner")]
    [InlineData("ownershipControls", "OwnershipControls", "BucketOwnerEnforced")]
    [InlineData("encryption", "ServerSideEncryptionConfiguration", "AES256false")]
    [InlineData("publicAccessBlock", "PublicAccessBlockConfiguration", "truetruetruetrue")]
    public void What_a_new_bucket_has(string setting, string root, string text)
    {
        var answer = S3Scene.Xml(_s3.Call("GET", $"/acme-audit?{setting}"));
        Assert.Equal((root, text), (answer.Name.LocalName, answer.Value));
    }

    [Theory]
    [InlineData("versioning", "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>")]
    [InlineData("publicAccessBlock", "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>false</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>false</RestrictPublicBuckets></PublicAccessBlockConfiguration>")]
    [InlineData("ownershipControls", "<OwnershipControls><Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule></OwnershipControls>")]
    [InlineData("tagging", "<Tagging><TagSet><Tag><Key>team</Key><Value>audit</Value></Tag></TagSet></Tagging>")]
    [InlineData("encryption", "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>1234abcd</KMSMasterKeyID></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>true</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>")]
    [InlineData("lifecycle", "<LifecycleConfiguration><Rule><ID>old</ID><Status>Enabled</Status><Filter><Prefix /></Filter><Expiration><Days>365</Days></Expiration></Rule></LifecycleConfiguration>")]
    [InlineData("logging", "<BucketLoggingStatus><LoggingEnabled><TargetBucket>acme-audit</TargetBucket><TargetPrefix>access/</TargetPrefix></LoggingEnabled></BucketLoggingStatus>")]
    public void A_setting_is_read_as_it_was_put(string setting, string xml)
    {
        var namespaced = xml.Insert(xml.IndexOf('>', StringComparison.Ordinal), " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"");

        Assert.Equal(setting == "tagging" ? 204 : 200, _s3.Call("PUT", $"/acme-audit?{setting}", namespaced).Status);
        Assert.Equal(namespaced, S3Scene.Text(_s3.Call("GET", $"/acme-audit?{setting}")).Split("?>")[1]);
    }

    [Theory]
    [InlineData("publicAccessBlock", "NoSuchPublicAccessBlockConfiguration")]
    [InlineData("ownershipControls", "OwnershipControlsNotFoundError")]
    [InlineData("tagging", "NoSuchTagSet")]
    [InlineData("lifecycle", "NoSuchLifecycleConfiguration")]
    public void A_deleted_setting_is_gone(string setting, string code)
    {
        Assert.Equal(204, _s3.Call("DELETE", $"/acme-audit?{setting}").Status);
        S3Scene.Refused(_s3.Call("GET", $"/acme-audit?{setting}"), 404, code);
    }

    [Fact]
    public void Deleted_encryption_is_S3s_own_again()
    {
        Put("encryption", "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>");
        Assert.Equal("aws:kms", S3Scene.Header(_s3.Put("k", ""), "x-amz-server-side-encryption"));

        _s3.Call("DELETE", "/acme-audit?encryption");
        Assert.Equal("AES256", S3Scene.Header(_s3.Put("k", ""), "x-amz-server-side-encryption"));
    }

    [Theory]
    [InlineData("versioning", "<VersioningConfiguration><Status>On</Status></VersioningConfiguration>", 400, "MalformedXML")]
    [InlineData("versioning", "<Versioning/>", 400, "MalformedXML")]
    [InlineData("versioning", "not xml", 400, "MalformedXML")]
    [InlineData("publicAccessBlock", "<PublicAccessBlockConfiguration><BlockPublicAcls>yes</BlockPublicAcls></PublicAccessBlockConfiguration>", 400, "MalformedXML")]
    [InlineData("ownershipControls", "<OwnershipControls/>", 400, "MalformedXML")]
    [InlineData("tagging", "<Tagging><TagSet><Tag><Key>aws:x</Key><Value/></Tag></TagSet></Tagging>", 400, "InvalidTag")]
    [InlineData("tagging", "<Tagging><TagSet><Tag><Key>a</Key><Value/></Tag><Tag><Key>a</Key><Value/></Tag></TagSet></Tagging>", 400, "InvalidTag")]
    [InlineData("encryption", "<ServerSideEncryptionConfiguration/>", 400, "MalformedXML")]
    [InlineData("encryption", "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm><KMSMasterKeyID>x</KMSMasterKeyID></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>", 400, "InvalidArgument")]
    [InlineData("lifecycle", "<LifecycleConfiguration/>", 400, "MalformedXML")]
    [InlineData("lifecycle", "<LifecycleConfiguration><Rule><Filter/><Status>Enabled</Status><Expiration><Days>0</Days></Expiration></Rule></LifecycleConfiguration>", 400, "InvalidArgument")]
    [InlineData("logging", "<BucketLoggingStatus><LoggingEnabled><TargetBucket>missing</TargetBucket><TargetPrefix/></LoggingEnabled></BucketLoggingStatus>", 400, "InvalidTargetBucketForLogging")]
    [InlineData("object-lock", "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>", 409, "InvalidBucketState")]
    [InlineData("acl", "", 400, "MissingSecurityHeader")]
    public void A_setting_that_cannot_be_is_refused(string setting, string xml, int status, string code) =>
        S3Scene.Refused(_s3.Call("PUT", $"/acme-audit?{setting}", xml), status, code);

    [Fact]
    public void ACLs_are_not_switched_off_while_they_grant_something_to_others()
    {
        const string Enforced = "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>";
        Put("ownershipControls", Enforced.Replace("BucketOwnerEnforced", "ObjectWriter", StringComparison.Ordinal));
        Assert.Equal(200, _s3.Call("PUT", "/acme-audit?acl", headers: ("x-amz-acl", "log-delivery-write")).Status);
        S3Scene.Refused(_s3.Call("PUT", "/acme-audit?ownershipControls", Enforced), 400, "InvalidBucketAclWithObjectOwnership");

        Assert.Equal(200, _s3.Call("PUT", "/acme-audit?acl", headers: ("x-amz-acl", "private")).Status);

        Assert.Equal(200, _s3.Call("PUT", "/acme-audit?ownershipControls", Enforced).Status);
    }

    [Fact]
    public void Under_default_retention_uploads_bring_a_checksum_and_versioning_stays_on()
    {
        Put("versioning", "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
        Put("object-lock", "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>1</Days></DefaultRetention></Rule></ObjectLockConfiguration>");

        S3Scene.Refused(_s3.Put("k", "hello"), 400, "InvalidRequest");
        Assert.Equal(200, _s3.Put("k", "hello", ("Content-MD5", "XUFAKrxLKna5cZ2REBfFkg==")).Status);
        S3Scene.Refused(_s3.Call("PUT", "/acme-audit?versioning", "<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>"), 409, "InvalidBucketState");
        S3Scene.Refused(_s3.Call("PUT", "/acme-audit?logging", "<BucketLoggingStatus><LoggingEnabled><TargetBucket>acme-audit</TargetBucket><TargetPrefix/></LoggingEnabled></BucketLoggingStatus>"), 400, "InvalidTargetBucketForLogging");
    }

    [Fact]
    public void ACLs_go_where_the_ownership_and_Block_Public_Access_let_them()
    {
        S3Scene.Refused(_s3.Call("PUT", "/acme-audit?acl", headers: ("x-amz-acl", "private")), 400, "AccessControlListNotSupported");
        Assert.Equal(200, _s3.Call("PUT", "/acme-audit?acl", headers: ("x-amz-acl", "bucket-owner-full-control")).Status);
        _s3.TheBucket.ObjectOwnership = "BucketOwnerPreferred";
        S3Scene.Refused(_s3.Call("PUT", "/acme-audit?acl", headers: ("x-amz-acl", "public-read")), 403, "AccessDenied");
        Assert.Equal(200, _s3.Call("PUT", "/acme-audit?acl", headers: ("x-amz-acl", "log-delivery-write")).Status);

        var acl = S3Scene.Text(_s3.Call("GET", "/acme-audit?acl"));
        Assert.Contains("type=\"CanonicalUser\"", acl, StringComparison.Ordinal);
        Assert.Contains("http://acs.amazonaws.com/groups/s3/LogDelivery", acl, StringComparison.Ordinal);
    }

    [Fact]
    public void Lifecycle_rules_without_an_id_get_one_and_the_minimum_size_is_told()
    {
        var put = _s3.Call(
            "PUT", "/acme-audit?lifecycle", "<LifecycleConfiguration><Rule><Filter/><Status>Enabled</Status><Expiration><Days>1</Days></Expiration></Rule></LifecycleConfiguration>",
            headers: ("x-amz-transition-default-minimum-object-size", "varies_by_storage_class"));
        var got = _s3.Call("GET", "/acme-audit?lifecycle");

        Assert.Equal("varies_by_storage_class", S3Scene.Header(put, "x-amz-transition-default-minimum-object-size"));
        Assert.Equal("varies_by_storage_class", S3Scene.Header(got, "x-amz-transition-default-minimum-object-size"));
        Assert.NotEmpty(S3Scene.Xml(got).Element("Rule")!.Element("ID")!.Value);
    }

    private void Put(string setting, string xml) => Assert.Equal(200, _s3.Call("PUT", $"/acme-audit?{setting}", xml).Status);
}
