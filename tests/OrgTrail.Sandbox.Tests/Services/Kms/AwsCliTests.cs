using OrgTrail.Sandbox.Tests.Services.CloudTrail;

namespace OrgTrail.Sandbox.Tests.Services.Kms;

/// <summary>Every operation of KMS, as the AWS CLI calls it.</summary>
public sealed class AwsCliTests
{
    [Fact]
    public void A_key_lives_its_life()
    {
        using var scene = new WireScene();
        var id = scene.Aws("kms", "create-key", "--description", "trails", "--tags", "TagKey=a,TagValue=1").GetProperty("KeyMetadata").GetProperty("KeyId").GetString()!;
        string[] key = ["--key-id", id];
        scene.Aws("kms", "create-alias", "--alias-name", "alias/trails", "--target-key-id", id);
        scene.Aws(["kms", "enable-key-rotation", .. key]);
        scene.Aws(["kms", "update-key-description", .. key, "--description", "for trails"]);
        scene.Aws(["kms", "tag-resource", .. key, "--tags", "TagKey=b,TagValue=2"]);
        scene.Aws(["kms", "untag-resource", .. key, "--tag-keys", "a"]);

        Assert.Equal("for trails", scene.Aws("kms", "describe-key", "--key-id", "alias/trails").GetProperty("KeyMetadata").GetProperty("Description").GetString());
        Assert.Equal(id, Assert.Single(scene.Aws("kms", "list-keys").GetProperty("Keys").EnumerateArray()).GetProperty("KeyId").GetString());
        Assert.Equal(id, scene.Aws("kms", "list-aliases").GetProperty("Aliases")[0].GetProperty("TargetKeyId").GetString());
        Assert.True(scene.Aws(["kms", "get-key-rotation-status", .. key]).GetProperty("KeyRotationEnabled").GetBoolean());
        Assert.Equal("b", scene.Aws(["kms", "list-resource-tags", .. key]).GetProperty("Tags")[0].GetProperty("TagKey").GetString());
        var policy = scene.Aws(["kms", "get-key-policy", .. key]).GetProperty("Policy").GetString()!;
        scene.Aws(["kms", "put-key-policy", .. key, "--policy", policy]);
        scene.Aws(["kms", "disable-key-rotation", .. key]);
        scene.Aws(["kms", "disable-key", .. key]);
        scene.Aws(["kms", "enable-key", .. key]);
        scene.Aws("kms", "delete-alias", "--alias-name", "alias/trails");
        scene.Aws(["kms", "schedule-key-deletion", .. key, "--pending-window-in-days", "7"]);
        scene.Aws(["kms", "cancel-key-deletion", .. key]);
        Assert.Equal("NotFoundException", scene.Refusal("kms", "describe-key", "--key-id", "alias/trails"));
    }

    [Fact]
    public void A_trail_is_encrypted_with_a_key_whose_policy_lets_CloudTrail_in()
    {
        using var scene = new WireScene();
        scene.StartOrganizationTrail();
        var arn = scene.Aws("kms", "create-key").GetProperty("KeyMetadata").GetProperty("Arn").GetString()!;
        string[] update = ["cloudtrail", "update-trail", "--name", "acme", "--kms-key-id", arn];
        Assert.Equal("InsufficientEncryptionPolicyException", scene.Refusal(update));

        scene.Aws("kms", "put-key-policy", "--key-id", arn, "--policy", TrailPolicies.Policy(
            new { Effect = "Allow", Principal = new { AWS = "arn:aws:iam::111111111111:root" }, Action = "kms:*", Resource = "*" },
            TrailPolicies.Allow("kms:GenerateDataKey*", "*", new { StringLike = new Dictionary<string, string> { ["kms:EncryptionContext:aws:cloudtrail:arn"] = "arn:aws:cloudtrail:*:111111111111:trail/*" } }),
            TrailPolicies.Allow("kms:DescribeKey", "*")));

        Assert.Equal(arn, scene.Aws(update).GetProperty("KmsKeyId").GetString());
        scene.Server.Advance(TimeSpan.FromHours(1));
        var delivered = scene.Server.Context.Objects.List(Scene.Bucket, "AWSLogs/o-", "").First();
        Assert.Equal(arn, delivered.Headers["x-amz-server-side-encryption-aws-kms-key-id"]);
        scene.Aws("kms", "disable-key", "--key-id", arn);
        Assert.Equal("KMS.DisabledException", scene.Aws("cloudtrail", "get-trail-status", "--name", "acme").GetProperty("LatestDeliveryError").GetString());
    }
}
