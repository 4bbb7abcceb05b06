using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.Kms;

/// <summary>CreateKey, EnableKey, DisableKey, ScheduleKeyDeletion and CancelKeyDeletion.</summary>
internal sealed class KeyLifecycle(SandboxContext context, KeyStore store)
{
    private const int ShortestWait = 7;
    private const int LongestWait = 30;
    private const string Hexadecimal = "0123456789abcdef";

    public JsonObject Create(ServiceCall call, JsonObject body)
    {
        var (spec, usage) = KeySpecs.Require(body.Text("KeySpec") ?? body.Text("CustomerMasterKeySpec"), body.Text("KeyUsage"));
        if (body.Text("Origin") is { } origin && origin != "AWS_KMS")
            throw KmsRefusals.Unsupported($"The sandbox has no keys of the origin {origin}.");
        if (body.Text("Policy") is { } policy)
            KeyPolicyRules.Require(policy, call.AccountId, body.Flag("BypassPolicyLockoutSafetyCheck") ?? false);
        var multiRegion = body.Flag("MultiRegion") ?? false;
        var key = new SandboxKey
        {
            Arn = KeyStore.ArnOf(call, "key/" + NewId(multiRegion)),
            Policy = body.Text("Policy") ?? KeyPolicyRules.Default(Partition.OfRegion(call.Region), call.AccountId),
            Description = body.Text("Description") ?? "",
            KeySpec = spec,
            KeyUsage = usage,
            MultiRegion = multiRegion,
            CreationDate = context.Clock.Now,
        };
        KeyTags.Add(key, body);
        context.State.Kms.Keys.Add(key);
        return new JsonObject { ["KeyMetadata"] = KeyMetadata.Of(key) };
    }

    public JsonObject? Enable(ServiceCall call, JsonObject body)
    {
        store.FindUsable(call, body).KeyState = SandboxKey.Enabled;
        return null;
    }

    public JsonObject? Disable(ServiceCall call, JsonObject body)
    {
        store.FindUsable(call, body).KeyState = SandboxKey.Disabled;
        return null;
    }

    public JsonObject ScheduleDeletion(ServiceCall call, JsonObject body)
    {
        var days = body.Number("PendingWindowInDays") ?? LongestWait;
        if (days is < ShortestWait or > LongestWait)
            throw KmsRefusals.Invalid($"PendingWindowInDays must be from {ShortestWait} to {LongestWait}.");
        var key = store.FindUsable(call, body);
        (key.KeyState, key.DeletionDate) = (SandboxKey.PendingDeletion, context.Clock.Now + TimeSpan.FromDays(days));
        return new JsonObject
        {
            ["KeyId"] = key.Arn,
            ["DeletionDate"] = JsonMembers.Seconds(key.DeletionDate),
            ["KeyState"] = key.KeyState,
            ["PendingWindowInDays"] = days,
        };
    }

    /// <summary>The key is disabled afterwards (KMS API reference, CancelKeyDeletion).</summary>
    public JsonObject CancelDeletion(ServiceCall call, JsonObject body)
    {
        var key = store.Find(call, body);
        if (key.KeyState != SandboxKey.PendingDeletion)
            throw KmsRefusals.InvalidState(key);
        (key.KeyState, key.DeletionDate) = (SandboxKey.Disabled, null);
        return new JsonObject { ["KeyId"] = key.Arn };
    }

    // KMS developer guide, "Key identifiers": a UUID; ids of multi-Region keys begin with mrk- and have no hyphens behind it.
    private string NewId(bool multiRegion)
    {
        var digits = RandomText.Next(context.Random, Hexadecimal, 32);
        return multiRegion ? "mrk-" + digits : $"{digits[..8]}-{digits[8..12]}-{digits[12..16]}-{digits[16..20]}-{digits[20..]}";
    }
}
