using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.Kms;

/// <summary>Finds keys and aliases for a call: those of the caller's account in the called Region.</summary>
internal sealed class KeyStore(SandboxContext context)
{
    private List<SandboxKey> Keys => context.State.Kms.Keys;

    /// <summary>The caller's keys in the called Region.</summary>
    public IEnumerable<SandboxKey> Own(ServiceCall call)
    {
        ForgetDeleted();
        return Keys.Where(key => key.AccountId == call.AccountId && key.Region == call.Region);
    }

    /// <summary>The key that <c>KeyId</c> names by id or ARN.</summary>
    public SandboxKey Find(ServiceCall call, JsonObject body, string member = "KeyId")
    {
        var key = FindByAnyName(call, body, member);
        return body.Text(member)!.Contains("alias/", StringComparison.Ordinal) ? throw KmsRefusals.InvalidKeyId(body.Text(member)!) : key;
    }

    /// <summary>The key that <c>KeyId</c> names by id, ARN, alias or alias ARN.</summary>
    public SandboxKey FindByAnyName(ServiceCall call, JsonObject body, string member = "KeyId")
    {
        var keyId = body.Text(member) ?? throw KmsRefusals.Invalid($"{member} is missing.");
        if (!KeyName.TryParse(keyId, call.AccountId, call.Region, out var name))
            throw keyId.StartsWith("arn:", StringComparison.Ordinal) ? KmsRefusals.InvalidArn(keyId) : KmsRefusals.InvalidKeyId(keyId);
        if (name.AccountId != call.AccountId)
            throw KmsRefusals.AccessDenied(call.Operation, keyId);
        ForgetDeleted();
        return name.Region == call.Region && name.Find(context.State.Kms) is { } key
            ? key
            : throw (name.Alias is null ? KmsRefusals.KeyNotFound(ArnOf(call, "key/" + name.Id)) : KmsRefusals.AliasNotFound(ArnOf(call, name.Alias)));
    }

    /// <summary>The same, and keys of other accounts whose policies let the caller read (KMS API reference, "Cross-account use").</summary>
    public SandboxKey FindReadable(ServiceCall call, JsonObject body) =>
        KeyName.TryParse(body.Text("KeyId") ?? "", call.AccountId, call.Region, out var name)
        && name.AccountId != call.AccountId
        && name.Region == call.Region
        && name.Find(context.State.Kms) is { } key
        && ForeignCallers.MayCall(context, key, call)
            ? key
            : FindByAnyName(call, body);

    /// <summary>A key that is not about to be deleted.</summary>
    public SandboxKey FindUsable(ServiceCall call, JsonObject body, string member = "KeyId")
    {
        var key = Find(call, body, member);
        return key.KeyState == SandboxKey.PendingDeletion ? throw KmsRefusals.InvalidState(key) : key;
    }

    /// <summary>The ARN of a resource of the caller in the called Region.</summary>
    public static string ArnOf(ServiceCall call, string resource) =>
        $"arn:{Partition.OfRegion(call.Region)}:kms:{call.Region}:{call.AccountId}:{resource}";

    // What was to be deleted by now is gone.
    private void ForgetDeleted() => Keys.RemoveAll(key => key.DeletionDate <= context.Clock.Now);
}
