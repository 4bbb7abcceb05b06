using System.Text.Json.Nodes;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Kms;

/// <summary>Keys as KMS describes them.</summary>
internal static class KeyMetadata
{
    public static JsonObject Of(SandboxKey key)
    {
        var json = new JsonObject
        {
            ["AWSAccountId"] = key.AccountId,
            ["KeyId"] = key.Id,
            ["Arn"] = key.Arn,
            ["CreationDate"] = JsonMembers.Seconds(key.CreationDate),
            ["Enabled"] = key.KeyState == SandboxKey.Enabled,
            ["Description"] = key.Description,
            ["KeyUsage"] = key.KeyUsage,
            ["KeyState"] = key.KeyState,
            ["DeletionDate"] = JsonMembers.Seconds(key.DeletionDate),
            ["Origin"] = "AWS_KMS",
            ["KeyManager"] = key.Manager,
            ["CustomerMasterKeySpec"] = key.KeySpec,
            ["KeySpec"] = key.KeySpec,
            ["MultiRegion"] = key.MultiRegion,
            ["EncryptionAlgorithms"] = KeySpecs.EncryptionAlgorithms(key.KeySpec, key.KeyUsage) is { } algorithms
                ? new JsonArray([.. algorithms.Select(algorithm => JsonValue.Create(algorithm))])
                : null,
        };
        if (key.MultiRegion)
        {
            json["MultiRegionConfiguration"] = new JsonObject
            {
                ["MultiRegionKeyType"] = "PRIMARY",
                ["PrimaryKey"] = new JsonObject { ["Arn"] = key.Arn, ["Region"] = key.Region },
                ["ReplicaKeys"] = new JsonArray(),
            };
        }

        return json.WithoutNulls();
    }
}
