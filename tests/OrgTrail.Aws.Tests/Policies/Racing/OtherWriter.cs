using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgTrail.Aws.Tests.Policies.Racing;

/// <summary>Somebody else who writes a policy: adds statements, takes some out, and overwrites what others did meanwhile.</summary>
/// <param name="draw">The source of what comes next.</param>
/// <param name="about">What its statements are about: an action and a resource, as JSON members.</param>
/// <param name="share">How many of a hundred opportunities it takes.</param>
/// <param name="most">How often it writes at most.</param>
internal sealed class OtherWriter(Random draw, string about, int share = 25, int most = 6)
{
    /// <summary>What statements of a bucket's policy are about.</summary>
    public const string Objects = """
        "Action":"s3:DeleteObject","Resource":"arn:aws:s3:::acme-audit/*"
        """;

    /// <summary>What statements of a key's policy are about.</summary>
    public const string Decryption = """
        "Action":"kms:Decrypt","Resource":"*"
        """;

    private readonly List<string?> _versions = [];
    private int _written;

    /// <summary>How often it wrote.</summary>
    public int Written => _written;

    /// <summary>The ids of the statements of others in a policy.</summary>
    public static IReadOnlySet<string> Theirs(string? policy) =>
        Statements(policy).Select(statement => (string?)statement!["Sid"]).OfType<string>().Where(sid => sid.StartsWith("Other", StringComparison.Ordinal)).ToHashSet();

    /// <summary>Writes, or does not.</summary>
    /// <param name="policy">The policy as it is.</param>
    /// <returns>The policy as it is then.</returns>
    public string? MayWrite(string? policy)
    {
        _versions.Add(policy);
        return _written < most && draw.Next(100) < share ? Write(policy) : policy;
    }

    private string? Write(string? policy) => draw.Next(10) switch
    {
        < 6 => Added(policy),
        // Who read a while ago does not know what came since.
        < 8 => Added(Older()),
        < 9 => Removed(policy),
        _ => Older(),
    };

    private string? Older()
    {
        _written++;
        return _versions[draw.Next(Math.Max(0, _versions.Count - 5), _versions.Count)];
    }

    private string Added(string? policy)
    {
        var statements = Statements(policy);
        statements.Add(JsonNode.Parse($$"""{"Sid":"Other{{++_written}}","Effect":"Deny","Principal":{"AWS":"arn:aws:iam::222222222222:root"},{{about}} }"""));
        return Of(statements);
    }

    private string? Removed(string? policy)
    {
        var statements = Statements(policy);
        if (statements.FirstOrDefault(statement => Theirs(policy).Contains((string?)statement!["Sid"] ?? "")) is not { } theirs) return policy;
        _written++;
        statements.Remove(theirs);
        return Of(statements);
    }

    private static JsonArray Statements(string? policy) =>
        policy is null ? [] : JsonNode.Parse(policy)!["Statement"]!.DeepClone().AsArray();

    private static string Of(JsonArray statements) =>
        new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = statements }.ToJsonString(JsonSerializerOptions.Default);
}
