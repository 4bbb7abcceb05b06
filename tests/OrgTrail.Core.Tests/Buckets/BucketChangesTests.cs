using OrgTrail.Buckets;

namespace OrgTrail.Core.Tests.Buckets;

public sealed class BucketChangesTests
{
    private const string Key = "arn:aws:kms:us-east-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private static readonly PublicAccessBlock Partly = new(true, true, false, false);

    public static TheoryData<string, object, bool, string> Basics => new()
    {
        { "nothing is set", Bare.Unset, false, "PublicAccessBlock ObjectOwnership Versioning Encryption Policy" },
        { "nothing is set, with force", Bare.Unset, true, "PublicAccessBlock ObjectOwnership Versioning Encryption Policy" },
        { "all is right", Bare.Right, false, "" },
        { "all is right, with force", Bare.Right, true, "" },
        { "public access is blocked in part", Bare.Right with { PublicAccessBlock = new(Partly) }, false, "warning" },
        { "public access is blocked in part, with force", Bare.Right with { PublicAccessBlock = new(Partly) }, true, "PublicAccessBlock" },
        { "others own objects", Bare.Right with { ObjectOwnership = new("ObjectWriter") }, false, "warning" },
        { "others own objects, with force", Bare.Right with { ObjectOwnership = new("BucketOwnerPreferred") }, true, "ObjectOwnership" },
        { "versioning is suspended", Bare.Right with { Versioning = new("Suspended") }, false, "warning" },
        { "versioning is suspended, with force", Bare.Right with { Versioning = new("Suspended") }, true, "Versioning" },
        { "a KMS key encrypts", Bare.Right with { Encryption = new(BucketEncryption.WithKey(Key)) }, false, "" },
        { "a KMS key encrypts, with force", Bare.Right with { Encryption = new(BucketEncryption.WithKey(Key)) }, true, "" },
        { "settings that were not asked for are there", Bare.Right with { ObjectLock = new(new("COMPLIANCE", 1, null)), AccessLogging = new(new("logs", "")), Lifecycle = new([new("theirs", true)]) }, true, "" },
        { "the public access block is hidden", Bare.Right with { PublicAccessBlock = new(null, Bare.Hidden) }, false, "warning" },
        { "the object ownership is hidden", Bare.Right with { ObjectOwnership = new(null, Bare.Hidden) }, false, "warning" },
        { "the versioning is hidden", Bare.Right with { Versioning = new(null, Bare.Hidden) }, false, "warning" },
        { "the encryption is hidden", Bare.Right with { Encryption = new(null, Bare.Hidden) }, true, "warning" },
        { "the policy is hidden", Bare.Right with { Policy = new(null, Bare.Hidden) }, true, "warning" },
        { "what was not asked for is hidden", Bare.Right with { ObjectLock = new(null, Bare.Hidden), AccessLogging = new(null, Bare.Hidden), Lifecycle = new(null, Bare.Hidden) }, true, "" },
    };

    [Theory]
    [MemberData(nameof(Basics))]
    public void What_nobody_set_is_set_and_what_somebody_set_otherwise_stays_unless_forced(string when, object facts, bool force, string expected)
    {
        var changes = BucketChanges.Between((BucketFacts)facts, Bare.Wanted with { Force = force });

        Assert.Equal((when, expected), (when, string.Join(' ', [.. changes.Items.Select(change => change.Setting.ToString()), .. changes.Warnings.Select(_ => "warning")])));
    }

    [Theory]
    [InlineData("PublicAccessBlock", "off: BlockPublicPolicy, RestrictPublicBuckets")]
    [InlineData("ObjectOwnership", "ObjectWriter")]
    [InlineData("Versioning", "Suspended")]
    public void A_warning_names_what_is_unfit_and_what_changes_it(string setting, string unfit)
    {
        var facts = setting switch
        {
            "PublicAccessBlock" => Bare.Right with { PublicAccessBlock = new(Partly) },
            "ObjectOwnership" => Bare.Right with { ObjectOwnership = new("ObjectWriter") },
            _ => Bare.Right with { Versioning = new("Suspended") },
        };

        var warning = Assert.Single(BucketChanges.Between(facts, Bare.Wanted).Warnings);

        Assert.Contains(unfit, warning, StringComparison.Ordinal);
        Assert.Contains("-Force", warning, StringComparison.Ordinal);
    }

    public static TheoryData<string, object?, object, string?> Encryptions => new()
    {
        { "a key where none is", BucketEncryption.S3Managed, BucketEncryption.WithKey(Key), $"Encryption: AES256 -> aws:kms with key {Key}, bucket key on" },
        { "a key where nothing is set", null, BucketEncryption.WithKey(Key), $"Encryption: (none) -> aws:kms with key {Key}, bucket key on" },
        { "the same key", BucketEncryption.WithKey(Key), BucketEncryption.WithKey(Key), null },
        { "the same key, shown by its id", new BucketEncryption("aws:kms", "1234abcd-12ab-34cd-56ef-1234567890ab", true), BucketEncryption.WithKey(Key), null },
        { "the same key without a bucket key", new BucketEncryption("aws:kms", Key, false), BucketEncryption.WithKey(Key), $"Encryption: aws:kms with key {Key} -> aws:kms with key {Key}, bucket key on" },
        { "the same key twice over", new BucketEncryption("aws:kms:dsse", Key, false), BucketEncryption.WithKey(Key), null },
        { "another key", BucketEncryption.WithKey("other"), BucketEncryption.WithKey(Key), $"Encryption: aws:kms with key other, bucket key on -> aws:kms with key {Key}, bucket key on" },
        { "AWS's key", new BucketEncryption("aws:kms", null, false), BucketEncryption.WithKey(Key), $"Encryption: aws:kms -> aws:kms with key {Key}, bucket key on" },
        { "SSE-S3 by name where a key is", BucketEncryption.WithKey(Key), BucketEncryption.S3Managed, $"Encryption: aws:kms with key {Key}, bucket key on -> AES256" },
        { "SSE-S3 by name where it is", new BucketEncryption("AES256", null, true), BucketEncryption.S3Managed, null },
    };

    [Theory]
    [MemberData(nameof(Encryptions))]
    public void An_encryption_that_is_asked_for_replaces_another(string when, object? now, object wanted, string? expected)
    {
        var changes = BucketChanges.Between(Bare.Right with { Encryption = new((BucketEncryption?)now) }, Bare.Wanted with { Encryption = (BucketEncryption)wanted });

        Assert.Equal((when, expected), (when, changes.Items.SingleOrDefault()?.Text));
    }

    [Fact]
    public void A_new_bucket_is_private_before_anybody_is_let_in_and_each_change_is_told()
    {
        var changes = BucketChanges.Between(Bare.Absent, Bare.Wanted with
        {
            Region = "eu-central-1",
            Deliveries = [Trails.Delivery()],
            ObjectLock = new("GOVERNANCE", 365, null),
            ArchiveAfterDays = 400,
            AccessLogging = new("acme-logs", "audit/"),
        });

        Assert.Equal(
            [
                "create bucket acme-audit in eu-central-1, with object lock",
                "PublicAccessBlock: (none) -> all on",
                "ObjectOwnership: (none) -> BucketOwnerEnforced",
                "Versioning: (none) -> Enabled",
                "Encryption: (none) -> AES256",
                "Policy: add statement DenyInsecureTransport; add statement AWSCloudTrailAclCheck20150319; add statement AWSCloudTrailWrite20150319; add statement AWSCloudTrailOrganizationWrite20150319",
                "ObjectLock: off -> GOVERNANCE, 365 days; object lock cannot be switched off again",
                "Lifecycle rule OrgTrail: (none) -> AWSLogs/, archived after 400 days",
                "AccessLogging: (none) -> s3://acme-logs/audit/",
            ],
            changes.Items.Select(change => change.Text));
        Assert.Equal(changes.Items.Select(change => change.Setting).Order(), changes.Items.Select(change => change.Setting));
        Assert.Contains("restored before they can be read and validated", Assert.Single(changes.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_asks_for_object_lock_asks_for_versioning()
    {
        var changes = BucketChanges.Between(Bare.Right with { Versioning = new("Suspended") }, Bare.Wanted with { ObjectLock = new("COMPLIANCE", null, 7) });

        Assert.Equal(["Versioning: Suspended -> Enabled", "ObjectLock: off -> COMPLIANCE, 7 years; object lock cannot be switched off again"], changes.Items.Select(change => change.Text));
    }

    [Fact]
    public void What_was_asked_for_and_is_so_is_no_change()
    {
        var objectLock = new ObjectLock("GOVERNANCE", 30, null);
        var facts = Bare.Right with
        {
            ObjectLock = new(objectLock),
            AccessLogging = new(new("logs", "")),
            Lifecycle = new([new("theirs", true), new("OrgTrail", true) { Prefix = "AWSLogs/", ArchiveAfterDays = 90, ExpireAfterDays = 2555, ExpireVersionsAfterDays = 2555 }]),
        };

        var changes = BucketChanges.Between(facts, Bare.Wanted with { ObjectLock = objectLock, AccessLogging = new("logs", ""), ArchiveAfterDays = 90, ExpireAfterDays = 2555 });

        Assert.Empty(changes.Items);
        Assert.Empty(changes.Warnings);
    }

    [Fact]
    public void What_was_asked_for_otherwise_is_changed()
    {
        var facts = Bare.Right with { ObjectLock = new(new("GOVERNANCE", 30, null)), AccessLogging = new(new("logs", "")) };

        var changes = BucketChanges.Between(facts, Bare.Wanted with { ObjectLock = new("GOVERNANCE", 60, null), AccessLogging = new("other", "") });

        Assert.Equal(
            ["ObjectLock: GOVERNANCE, 30 days -> GOVERNANCE, 60 days; object lock cannot be switched off again", "AccessLogging: s3://logs/ -> s3://other/"],
            changes.Items.Select(change => change.Text));
    }

    [Theory]
    [InlineData("its bucket alone", "logs", null, null)]
    [InlineData("another bucket", "other", null, "AccessLogging: s3://logs/audit/ -> s3://other/")]
    [InlineData("no prefix", "logs", "", "AccessLogging: s3://logs/audit/ -> s3://logs/")]
    public void The_prefix_of_access_logs_stays_when_it_is_not_said(string asked, string target, string? prefix, string? expected)
    {
        var changes = BucketChanges.Between(Bare.Right with { AccessLogging = new(new("logs", "audit/")) }, Bare.Wanted with { AccessLogging = new(target, prefix) });

        Assert.Equal((asked, expected), (asked, changes.Items.SingleOrDefault()?.Text));
    }

    [Fact]
    public void What_was_asked_for_and_cannot_be_seen_is_refused_before_anything_is_changed()
    {
        void Refuses(BucketFacts facts, BucketSettings wanted) =>
            Assert.Equal("AccessDenied", Assert.Throws<OrgTrailException>(() => BucketChanges.Between(facts, wanted)).Problem.Id);

        Refuses(Bare.Right with { Versioning = new(null, Bare.Hidden) }, Bare.Wanted with { Force = true });
        Refuses(Bare.Right with { Encryption = new(null, Bare.Hidden) }, Bare.Wanted with { Encryption = BucketEncryption.WithKey(Key) });
        Refuses(Bare.Right with { Policy = new(null, Bare.Hidden) }, Bare.Wanted with { Deliveries = [Trails.Delivery()] });
        Refuses(Bare.Right with { ObjectLock = new(null, Bare.Hidden) }, Bare.Wanted with { ObjectLock = new("COMPLIANCE", 1, null) });
        Refuses(Bare.Right with { Lifecycle = new(null, Bare.Hidden) }, Bare.Wanted with { ExpireAfterDays = 1 });
        Refuses(Bare.Right with { AccessLogging = new(null, Bare.Hidden) }, Bare.Wanted with { AccessLogging = new("logs", "") });
    }
}
