using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Services.Kms;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Tests.Services.Kms;

public sealed class KeyTests
{
    private const string Account = "111111111111";
    private const string Other = "222222222222";
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private readonly SandboxContext _context = new(new SandboxState(), null!, new SandboxClock(new FixedTime(Start)), new Random(1));
    private readonly KmsService _kms;

    public KeyTests() => _kms = new KmsService(_context);

    [Fact]
    public void A_key_belongs_to_its_account_and_Region_and_has_the_default_policy()
    {
        var key = Create();

        Assert.Equal($"arn:aws:kms:us-east-1:{Account}:key/{key["KeyId"]}", (string?)key["Arn"]);
        Assert.Equal("Enabled", (string?)key["KeyState"]);
        Assert.Contains($"arn:aws:iam::{Account}:root", (string?)Call("GetKeyPolicy", new { KeyId = Id(key) })["Policy"], StringComparison.Ordinal);
        Assert.Equal("NotFoundException", Refusal("DescribeKey", new { KeyId = Id(key) }, Other));
        Assert.Equal("AccessDeniedException", Refusal("DescribeKey", new { KeyId = (string?)key["Arn"] }, Other));
        Assert.Equal("NotFoundException", Refusal("DescribeKey", new { KeyId = Id(key) }, region: "eu-west-1"));
    }

    [Theory]
    [InlineData("RSA_2048", "SIGN_VERIFY", null)]
    [InlineData("RSA_2048", "GENERATE_VERIFY_MAC", "ValidationException")]
    [InlineData("HMAC_256", null, "ValidationException")]
    [InlineData("AES_1", null, "ValidationException")]
    public void The_usage_must_fit_the_spec(string spec, string? usage, string? code)
    {
        var body = new { KeySpec = spec, KeyUsage = usage };
        if (code is null)
            Assert.Equal(spec, (string?)Call("CreateKey", body)["KeyMetadata"]!["KeySpec"]);
        else
            Assert.Equal(code, Refusal("CreateKey", body));
    }

    [Theory]
    [InlineData("no JSON", "MalformedPolicyDocumentException")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"kms:*","Resource":"*"}]}""", "MalformedPolicyDocumentException")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"kms:*","Resource":"*"},{"Effect":"Deny","Principal":"*","Action":"kms:Put*","Resource":"*"}]}""", "MalformedPolicyDocumentException")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"kms:*","Resource":"*"},{"Effect":"Allow","Principal":{"AWS":"me"},"Action":"kms:Decrypt","Resource":"*"}]}""", "MalformedPolicyDocumentException")]
    public void A_policy_that_is_none_or_locks_the_account_out_is_refused(string policy, string code)
    {
        var key = Create();
        Assert.Equal(code, Refusal("PutKeyPolicy", new { KeyId = Id(key), Policy = policy }));
        Assert.Equal(code, Refusal("CreateKey", new { Policy = policy }));
    }

    [Fact]
    public void The_lockout_check_can_be_bypassed_and_32_KB_cannot()
    {
        var key = Create();
        const string locked = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"kms:*","Resource":"*"}]}""";
        Call("PutKeyPolicy", new { KeyId = Id(key), Policy = locked, BypassPolicyLockoutSafetyCheck = true });
        Assert.Equal(locked, (string?)Call("GetKeyPolicy", new { KeyId = Id(key), PolicyName = "default" })["Policy"]);
        Assert.Equal("LimitExceededException", Refusal("PutKeyPolicy", new { KeyId = Id(key), Policy = new string(' ', 33_000) }));
        Assert.Equal("NotFoundException", Refusal("GetKeyPolicy", new { KeyId = Id(key), PolicyName = "other" }));
    }

    [Fact]
    public void Another_account_reads_a_key_whose_policy_lets_it_and_changes_nothing()
    {
        var arn = (string)Create()["Arn"]!;
        Call("PutKeyPolicy", new
        {
            KeyId = arn,
            Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"kms:*","Resource":"*"},{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"kms:*","Resource":"*"}]}""",
        });

        Assert.Equal(arn, (string?)Call("DescribeKey", new { KeyId = arn }, Other)["KeyMetadata"]!["Arn"]);
        Assert.False((bool)Call("GetKeyRotationStatus", new { KeyId = arn }, Other)["KeyRotationEnabled"]!);
        Assert.Equal("AccessDeniedException", Refusal("GetKeyPolicy", new { KeyId = arn }, Other));
        Assert.Equal("AccessDeniedException", Refusal("DisableKey", new { KeyId = arn }, Other));
        Assert.Equal("AccessDeniedException", Refusal("DescribeKey", new { KeyId = arn }, "333333333333"));
    }

    [Fact]
    public void Aliases_name_keys_once()
    {
        var (first, second) = (Create(), Create());
        Call("CreateAlias", new { AliasName = "alias/trails", TargetKeyId = Id(first) });

        Assert.Equal(Id(first), Id(Call("DescribeKey", new { KeyId = "alias/trails" })["KeyMetadata"]!));
        Assert.Equal("AlreadyExistsException", Refusal("CreateAlias", new { AliasName = "alias/trails", TargetKeyId = Id(second) }));
        Assert.Equal("ValidationException", Refusal("CreateAlias", new { AliasName = "trails", TargetKeyId = Id(second) }));
        Assert.Equal("ValidationException", Refusal("CreateAlias", new { AliasName = "alias/a b", TargetKeyId = Id(second) }));
        Assert.Equal("NotAuthorizedException", Refusal("CreateAlias", new { AliasName = "alias/aws/s3", TargetKeyId = Id(second) }));
        Assert.Equal("NotFoundException", Refusal("DisableKey", new { KeyId = "alias/trails" }));
        Call("UpdateAlias", new { AliasName = "alias/trails", TargetKeyId = Id(second) });
        Assert.Equal(Id(second), (string?)Call("ListAliases", new { })["Aliases"]![0]!["TargetKeyId"]);
        Call("DeleteAlias", new { AliasName = "alias/trails" });
        Assert.Equal("NotFoundException", Refusal("DeleteAlias", new { AliasName = "alias/trails" }));
    }

    [Fact]
    public void A_key_is_disabled_scheduled_for_deletion_rescued_and_at_last_gone()
    {
        var id = Id(Create());
        Call("DisableKey", new { KeyId = id });
        Assert.Equal("DisabledException", Refusal("EnableKeyRotation", new { KeyId = id }));
        Assert.Equal("ValidationException", Refusal("ScheduleKeyDeletion", new { KeyId = id, PendingWindowInDays = 6 }));
        Call("ScheduleKeyDeletion", new { KeyId = id, PendingWindowInDays = 7 });
        Assert.Equal("KMSInvalidStateException", Refusal("EnableKey", new { KeyId = id }));
        Assert.Equal("KMSInvalidStateException", Refusal("ScheduleKeyDeletion", new { KeyId = id }));
        Call("CancelKeyDeletion", new { KeyId = id });
        Assert.Equal("Disabled", State(id));
        Assert.Equal("KMSInvalidStateException", Refusal("CancelKeyDeletion", new { KeyId = id }));
        Call("EnableKey", new { KeyId = id });
        Call("ScheduleKeyDeletion", new { KeyId = id, PendingWindowInDays = 7 });
        _context.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal("NotFoundException", Refusal("DescribeKey", new { KeyId = id }));
    }

    [Fact]
    public void Rotation_is_for_symmetric_keys_and_yearly_unless_asked_otherwise()
    {
        var id = Id(Create());
        Assert.False((bool)Call("GetKeyRotationStatus", new { KeyId = id })["KeyRotationEnabled"]!);
        Call("EnableKeyRotation", new { KeyId = id });
        Assert.Equal(365, (int)Call("GetKeyRotationStatus", new { KeyId = id })["RotationPeriodInDays"]!);
        Call("EnableKeyRotation", new { KeyId = id, RotationPeriodInDays = 90 });
        _context.Clock.Advance(TimeSpan.FromDays(100));
        Assert.Equal(Start.AddDays(180).ToUnixTimeSeconds(), (double)Call("GetKeyRotationStatus", new { KeyId = id })["NextRotationDate"]!);
        Assert.Equal("ValidationException", Refusal("EnableKeyRotation", new { KeyId = id, RotationPeriodInDays = 89 }));
        Call("DisableKeyRotation", new { KeyId = id });
        Assert.False((bool)Call("GetKeyRotationStatus", new { KeyId = id })["KeyRotationEnabled"]!);
        Assert.Equal("UnsupportedOperationException", Refusal("EnableKeyRotation", new { KeyId = Id(Call("CreateKey", new { KeySpec = "RSA_2048" })["KeyMetadata"]!) }));
    }

    [Fact]
    public void Lists_come_in_pages()
    {
        for (var i = 0; i < 3; i++)
            Create();
        var first = Call("ListKeys", new { Limit = 2 });
        var second = Call("ListKeys", new { Limit = 2, Marker = (string?)first["NextMarker"] });

        Assert.True((bool)first["Truncated"]!);
        Assert.False((bool)second["Truncated"]!);
        Assert.Equal(3, first["Keys"]!.AsArray().Concat(second["Keys"]!.AsArray()).Select(key => (string)key!["KeyId"]!).Distinct().Count());
        Assert.Equal("InvalidMarkerException", Refusal("ListKeys", new { Marker = "x" }));
        Assert.Equal("ValidationException", Refusal("ListKeys", new { Limit = 1001 }));
    }

    [Fact]
    public void Tags_and_the_description_can_be_changed()
    {
        var id = Id(Call("CreateKey", new { Tags = new[] { new { TagKey = "a", TagValue = "1" } }, MultiRegion = true })["KeyMetadata"]!);
        Assert.StartsWith("mrk-", id, StringComparison.Ordinal);
        Call("TagResource", new { KeyId = id, Tags = new[] { new { TagKey = "b", TagValue = "2" } } });
        Call("UntagResource", new { KeyId = id, TagKeys = (string[])["a"] });
        Assert.Equal("b", (string?)Assert.Single(Call("ListResourceTags", new { KeyId = id })["Tags"]!.AsArray())!["TagKey"]);
        Assert.Equal("TagException", Refusal("TagResource", new { KeyId = id, Tags = new[] { new { TagKey = "aws:x", TagValue = "" } } }));
        Call("UpdateKeyDescription", new { KeyId = id, Description = "for trails" });
        Assert.Equal("for trails", (string?)Call("DescribeKey", new { KeyId = id })["KeyMetadata"]!["Description"]);
    }

    [Theory]
    [InlineData("nonsense", "NotFoundException")]
    [InlineData("arn:aws:kms:nonsense", "InvalidArnException")]
    [InlineData("alias/none", "NotFoundException")]
    [InlineData(null, "ValidationException")]
    public void What_is_no_key_is_refused(string? id, string code) => Assert.Equal(code, Refusal("DescribeKey", new { KeyId = id }));

    private JsonNode Create() => Call("CreateKey", new { })["KeyMetadata"]!;

    private string State(string id) => (string)Call("DescribeKey", new { KeyId = id })["KeyMetadata"]!["KeyState"]!;

    private static string Id(JsonNode key) => (string)key["KeyId"]!;

    private JsonObject Call(string operation, object body, string account = Account, string region = "us-east-1")
    {
        var http = new HttpRequest("POST", "/", "", new Dictionary<string, string>(), Encoding.UTF8.GetBytes(JsonSerializer.Serialize(body)));
        return JsonNode.Parse(_kms.Answer(new ServiceCall(http, "kms", operation, region, account, account)).Body.Span)!.AsObject();
    }

    private string Refusal(string operation, object body, string account = Account, string region = "us-east-1") =>
        Assert.Throws<AwsErrorException>(() => Call(operation, body, account, region)).Code;
}
