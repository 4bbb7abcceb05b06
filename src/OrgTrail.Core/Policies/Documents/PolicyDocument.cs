using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgTrail.Policies;

/// <summary>
/// A resource policy as JSON, nothing of which is lost: unknown elements, the order of members and statements and the
/// spelling of numbers stay as they were read.
/// </summary>
internal sealed class PolicyDocument
{
    /// <summary>The largest bucket policy, in bytes of UTF-8 without insignificant blanks. Amazon S3 user guide, "Bucket policies": 20 KB.</summary>
    public const int BucketPolicyLimit = 20 * 1024;

    /// <summary>The version of the policy language that knows policy variables.</summary>
    internal const string CurrentVersion = "2012-10-17";

    // A policy is sent as JSON, never as part of a web page: what people read, such as ' and <, need not be escaped.
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Spaced = new(Compact) { WriteIndented = true };

    private readonly JsonObject _root;

    private PolicyDocument(JsonObject root, string? source)
    {
        _root = root;
        Source = source;
        Statements = [.. PolicySyntax.Statements(root).Select((json, index) => new Statement(index, (JsonObject)json!))];
        KnowsVariables = root[nameof(Version)] is JsonValue version && version.TryGetValue<string>(out var text) && text == CurrentVersion;
    }

    /// <summary>The policy on one line, without insignificant blanks.</summary>
    public string Minified => _root.ToJsonString(Compact);

    /// <summary>The policy on many lines, indented by two blanks.</summary>
    public string Indented => _root.ToJsonString(Spaced).Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>The size that AWS limits: bytes of UTF-8 without insignificant blanks.</summary>
    public int Size => Encoding.UTF8.GetByteCount(Minified);

    /// <summary>The text that it was read from, whatever was changed since; <see langword="null"/> for one that was made from nothing.</summary>
    internal string? Source { get; }

    /// <summary>All of it.</summary>
    internal JsonNode Json => _root;

    internal IReadOnlyList<Statement> Statements { get; private set; }

    /// <summary>
    /// Whether <c>${…}</c> in this policy is a variable. Under another or no Version it is plain text (IAM user guide,
    /// "IAM policy elements: Variables and tags").
    /// </summary>
    internal bool KnowsVariables { get; }

    /// <summary>The Version as it is written; <see langword="null"/> when there is none.</summary>
    internal string? Version => _root[nameof(Version)] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var other => other.ToJsonString(),
    };

    /// <summary>The names of the policy's own elements.</summary>
    internal IEnumerable<string> Fields => _root.Select(member => member.Key);

    /// <summary>Reads a policy.</summary>
    /// <param name="text">Its JSON text.</param>
    /// <exception cref="OrgTrailException">The text is not JSON, with line and column, or not a policy (<c>MalformedPolicy</c>).</exception>
    public static PolicyDocument Parse(string text) => Parse(text, toleratesGaps: false);

    /// <summary>Reads a policy whose statements may lack Action or Resource, where the service takes such statements.</summary>
    internal static PolicyDocument Parse(string text, bool toleratesGaps)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new PolicyDocument(PolicySyntax.Check(JsonReading.Read(text), toleratesGaps), text);
    }

    /// <summary>A policy without statements, to build on.</summary>
    internal static PolicyDocument Empty() => new(new JsonObject { [nameof(Version)] = CurrentVersion, ["Statement"] = new JsonArray() }, source: null);

    /// <summary>Adds a statement behind all others. A single statement that stands without an array gets one around it.</summary>
    internal void Append(JsonObject statement)
    {
        if (_root["Statement"] is JsonObject single)
        {
            _root["Statement"] = null;
            _root["Statement"] = new JsonArray(single);
        }

        _root["Statement"]!.AsArray().Add((JsonNode)statement);
        Statements = [.. Statements, new Statement(Statements.Count, statement)];
    }
}
