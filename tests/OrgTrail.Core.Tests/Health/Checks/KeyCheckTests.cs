using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Health.Checks;

public sealed class KeyCheckTests
{
    private readonly HealthScene _scene = new();

    [Fact]
    public async Task A_trail_without_a_key_is_warned_of_once_and_asks_KMS_nothing()
    {
        _scene.Trail = HealthScene.NewTrail(key: null);

        var results = await _scene.EvaluateAsync("Encryption", "Key*");

        Assert.Equal(CheckVerdict.Warning, results["Encryption"].Verdict);
        Assert.All(results.Values.Where(result => result.CheckId != "Encryption"), result => Assert.Equal(CheckVerdict.Pass, result.Verdict));
        Assert.Empty(_scene.Script.Calls);
    }

    [Theory]
    [InlineData("Enabled", "SYMMETRIC_DEFAULT", CheckVerdict.Pass, "")]
    [InlineData("Disabled", "SYMMETRIC_DEFAULT", CheckVerdict.Fail, "aws kms enable-key --key-id " + HealthScene.Key)]
    [InlineData("PendingDeletion", "SYMMETRIC_DEFAULT", CheckVerdict.Fail, "aws kms cancel-key-deletion --key-id " + HealthScene.Key)]
    [InlineData("PendingImport", "SYMMETRIC_DEFAULT", CheckVerdict.Fail, "Set-OrgTrail -Trail " + HealthScene.Arn)]
    [InlineData("Enabled", "RSA_2048", CheckVerdict.Fail, "Set-OrgTrail -Trail " + HealthScene.Arn)]
    public async Task The_key_must_be_symmetric_and_enabled(string state, string spec, CheckVerdict verdict, string remedy)
    {
        _scene.KmsKey = HealthScene.NewKey(state, spec);

        var result = await _scene.EvaluateOneAsync("KeyState");

        Assert.Equal(verdict, result.Verdict);
        Assert.StartsWith(remedy, result.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_in_another_Region_than_the_bucket_fails()
    {
        _scene.BucketRegion = "us-east-1";

        var result = await _scene.EvaluateOneAsync("KeyRegion");

        Assert.Equal(CheckVerdict.Fail, result.Verdict);
        Assert.Equal($"Set-OrgTrail -Trail {HealthScene.Arn} -KmsKeyId <ARN of a key in us-east-1>", result.Remedy);
    }

    [Fact]
    public async Task A_key_policy_that_does_not_let_CloudTrail_encrypt_fails()
    {
        _scene.KeyPolicy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"kms:*","Resource":"*"}}""";

        var result = await _scene.EvaluateOneAsync("KeyPolicy");

        Assert.Equal(CheckVerdict.Fail, result.Verdict);
        Assert.Contains("encrypt", result.Details);
        Assert.Equal($"aws kms put-key-policy --key-id {HealthScene.Key} --policy-name default --policy (New-OrgTrailKeyPolicy -TrailName acme -KmsKeyId {HealthScene.Key} -HomeRegion us-east-1).Policy --region eu-central-1", result.Remedy);
    }

    [Theory]
    [InlineData(false, CheckVerdict.Pass)]
    [InlineData(true, CheckVerdict.Warning)]
    public async Task A_key_policy_without_decrypt_is_right_unless_the_bucket_has_a_Bucket_Key(bool hasBucketKey, CheckVerdict verdict)
    {
        _scene.HasBucketKey = hasBucketKey;
        _scene.KeyPolicy = _scene.KeyPolicy.Replace("\"kms:Decrypt\"", "\"kms:Verify\"", StringComparison.Ordinal);

        Assert.Equal(verdict, (await _scene.EvaluateOneAsync("KeyPolicy")).Verdict);
    }

    [Fact]
    public async Task Where_the_Bucket_Key_cannot_be_seen_that_is_said()
    {
        _scene.Script.Refuse("IBucketSettings.GetEncryptionAsync");
        _scene.KeyPolicy = _scene.KeyPolicy.Replace("\"kms:Decrypt\"", "\"kms:Verify\"", StringComparison.Ordinal);

        var result = await _scene.EvaluateOneAsync("KeyPolicy");

        Assert.Equal(CheckVerdict.Pass, result.Verdict);
        Assert.EndsWith("whether acme-audit has one is not known.", result.Observed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_policy_that_grants_decrypt_asks_nothing_of_the_bucket()
    {
        await _scene.EvaluateOneAsync("KeyPolicy");

        Assert.DoesNotContain(_scene.Script.Calls, call => call.Contains("GetEncryption", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_policy_for_another_trail_fails()
    {
        _scene.KeyPolicy = TrailKeyPolicy.Build([TrailKeyUse.For(HealthScene.Management, "us-east-1", "other", HealthScene.Key)]);

        Assert.Equal(CheckVerdict.Fail, (await _scene.EvaluateOneAsync("KeyPolicy")).Verdict);
    }

    [Fact]
    public async Task A_key_of_another_account_is_unknown_with_the_permission()
    {
        _scene.Script.Refuse("IKeys.GetPolicyAsync");

        var result = await _scene.EvaluateOneAsync("KeyPolicy");

        Assert.Equal(CheckVerdict.Unknown, result.Verdict);
        Assert.Contains("kms:GetKeyPolicy", result.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_not_rotated_is_a_warning()
    {
        _scene.IsRotated = false;

        var result = await _scene.EvaluateOneAsync("KeyRotation");

        Assert.Equal(CheckVerdict.Warning, result.Verdict);
        Assert.Equal($"aws kms enable-key-rotation --key-id {HealthScene.Key} --region eu-central-1", result.Remedy);
    }
}
