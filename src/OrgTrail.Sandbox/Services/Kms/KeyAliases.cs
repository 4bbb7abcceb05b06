using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Kms;

/// <summary>CreateAlias, UpdateAlias, DeleteAlias and ListAliases.</summary>
internal sealed class KeyAliases(KeyStore store)
{
    private const string Prefix = "alias/";
    private const int Longest = 256;
    private const int LargestPage = 100;

    public JsonObject? Create(ServiceCall call, JsonObject body)
    {
        var name = RequireName(body);
        var key = store.FindUsable(call, body, "TargetKeyId");
        if (Owner(call, name) is not null)
            throw KmsRefusals.AliasExists(KeyStore.ArnOf(call, name));
        key.Aliases.Add(name);
        return null;
    }

    public JsonObject? Update(ServiceCall call, JsonObject body)
    {
        var name = RequireName(body);
        var key = store.FindUsable(call, body, "TargetKeyId");
        RequireOwner(call, name).Aliases.Remove(name);
        key.Aliases.Add(name);
        return null;
    }

    public JsonObject? Delete(ServiceCall call, JsonObject body)
    {
        var name = RequireName(body);
        RequireOwner(call, name).Aliases.Remove(name);
        return null;
    }

    /// <summary>AWS's own aliases, such as <c>alias/aws/s3</c>, are not among them: the sandbox has no keys behind them.</summary>
    public JsonObject List(ServiceCall call, JsonObject body)
    {
        var keys = body.Text("KeyId") is null ? store.Own(call) : [store.Find(call, body)];
        var aliases = from key in keys
                      from alias in key.Aliases
                      orderby alias
                      select new JsonObject { ["AliasName"] = alias, ["AliasArn"] = KeyStore.ArnOf(call, alias), ["TargetKeyId"] = key.Id };
        return KmsPages.Page(body, "Aliases", LargestPage, [.. aliases]);
    }

    private SandboxKey? Owner(ServiceCall call, string name) => store.Own(call).FirstOrDefault(key => key.Aliases.Contains(name));

    private SandboxKey RequireOwner(ServiceCall call, string name) =>
        Owner(call, name) ?? throw KmsRefusals.AliasNotFound(KeyStore.ArnOf(call, name));

    private static string RequireName(JsonObject body)
    {
        var name = body.Text("AliasName") ?? "";
        if (name.Length > Longest || !name.StartsWith(Prefix, StringComparison.Ordinal))
            throw KmsRefusals.Invalid("Alias must start with the prefix \"alias/\". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html");
        if (name.StartsWith(Prefix + "aws/", StringComparison.Ordinal))
            throw KmsRefusals.ReservedAlias();
        return name.Length > Prefix.Length && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-')
            ? name
            : throw KmsRefusals.Invalid($"1 validation error detected: Value '{name}' at 'aliasName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$");
    }
}
