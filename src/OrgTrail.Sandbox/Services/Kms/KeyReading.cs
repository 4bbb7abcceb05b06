using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.Kms;

/// <summary>DescribeKey, ListKeys, UpdateKeyDescription, and the operations on the one policy that a key has.</summary>
internal sealed class KeyReading(KeyStore store)
{
    private const string PolicyName = "default";
    private const int LargestPage = 1000;
    private const int LongestDescription = 8192;

    public JsonObject Describe(ServiceCall call, JsonObject body) => new() { ["KeyMetadata"] = KeyMetadata.Of(store.FindReadable(call, body)) };

    public JsonObject List(ServiceCall call, JsonObject body) => KmsPages.Page(
        body, "Keys", LargestPage, [.. store.Own(call).OrderBy(key => key.Id, StringComparer.Ordinal).Select(key => new JsonObject { ["KeyId"] = key.Id, ["KeyArn"] = key.Arn })]);

    public JsonObject? UpdateDescription(ServiceCall call, JsonObject body)
    {
        var description = body.Text("Description") ?? throw KmsRefusals.Invalid("Description is missing.");
        if (description.Length > LongestDescription)
            throw KmsRefusals.Invalid($"Description has at most {LongestDescription} characters.");
        store.FindUsable(call, body).Description = description;
        return null;
    }

    public JsonObject GetPolicy(ServiceCall call, JsonObject body)
    {
        RequirePolicyName(body);
        return new JsonObject { ["Policy"] = store.Find(call, body).Policy, ["PolicyName"] = PolicyName };
    }

    public JsonObject? PutPolicy(ServiceCall call, JsonObject body)
    {
        RequirePolicyName(body);
        var key = store.FindUsable(call, body);
        var policy = body.Text("Policy") ?? throw KmsRefusals.Invalid("Policy is missing.");
        KeyPolicyRules.Require(policy, call.AccountId, body.Flag("BypassPolicyLockoutSafetyCheck") ?? false);
        key.Policy = policy;
        return null;
    }

    // KMS API reference, PutKeyPolicy: "The only valid value is default."
    private static void RequirePolicyName(JsonObject body)
    {
        if ((body.Text("PolicyName") ?? PolicyName) != PolicyName)
            throw new AwsErrorException("NotFoundException", "No such policy exists");
    }
}
