using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.Kms;

/// <summary>AWS KMS: keys, aliases and key policies. It encrypts nothing.</summary>
/// <param name="context">The sandbox it belongs to.</param>
internal sealed class KmsService(SandboxContext context) : JsonService("kms", context.State, Operations(context))
{
    private static Dictionary<string, Func<ServiceCall, JsonObject, JsonObject?>> Operations(SandboxContext context)
    {
        var store = new KeyStore(context);
        var lifecycle = new KeyLifecycle(context, store);
        var reading = new KeyReading(store);
        var aliases = new KeyAliases(store);
        var rotation = new KeyRotation(context, store);
        var tags = new KeyTags(store);
        return new(StringComparer.Ordinal)
        {
            ["CreateKey"] = lifecycle.Create,
            ["EnableKey"] = lifecycle.Enable,
            ["DisableKey"] = lifecycle.Disable,
            ["ScheduleKeyDeletion"] = lifecycle.ScheduleDeletion,
            ["CancelKeyDeletion"] = lifecycle.CancelDeletion,
            ["DescribeKey"] = reading.Describe,
            ["ListKeys"] = reading.List,
            ["UpdateKeyDescription"] = reading.UpdateDescription,
            ["GetKeyPolicy"] = reading.GetPolicy,
            ["PutKeyPolicy"] = reading.PutPolicy,
            ["CreateAlias"] = aliases.Create,
            ["UpdateAlias"] = aliases.Update,
            ["DeleteAlias"] = aliases.Delete,
            ["ListAliases"] = aliases.List,
            ["EnableKeyRotation"] = rotation.Enable,
            ["DisableKeyRotation"] = rotation.Disable,
            ["GetKeyRotationStatus"] = rotation.Status,
            ["TagResource"] = tags.Tag,
            ["UntagResource"] = tags.Untag,
            ["ListResourceTags"] = tags.List,
        };
    }
}
