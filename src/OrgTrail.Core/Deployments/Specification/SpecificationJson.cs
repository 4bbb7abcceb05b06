using System.Text;
using System.Text.Json;

namespace OrgTrail.Deployments;

/// <summary>Reads the JSON of a wanted state into plain values. Comments and trailing commas are allowed, since people write it.</summary>
public static class SpecificationJson
{
    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The settings of a text.</summary>
    /// <param name="text">A JSON object; a byte order mark before it is allowed.</param>
    /// <exception cref="OrgTrailException"><c>MalformedDeploymentFile</c>: no JSON, no object, or a member twice.</exception>
    public static IReadOnlyDictionary<string, object?> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')), Lenient);
        try
        {
            reader.Read();
            var settings = Value(ref reader) as IReadOnlyDictionary<string, object?>
                ?? throw new OrgTrailException(SpecificationFileProblems.NoTable("JSON object"));
            while (reader.Read())
            {
                // Only comments may follow: anything else is refused here.
            }

            return settings;
        }
        catch (JsonException fault)
        {
            throw new OrgTrailException(SpecificationFileProblems.Malformed(fault.LineNumber + 1, Cause(fault)), fault);
        }
        catch (InvalidOperationException fault)
        {
            // Half a surrogate pair.
            throw new OrgTrailException(SpecificationFileProblems.Malformed(null, "it has half a character"), fault);
        }
    }

    private static object? Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Table(ref reader),
        JsonTokenType.StartArray => List(ref reader),
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => reader.TryGetInt64(out var whole) ? whole : (object)reader.GetDouble(),
        _ => null,
    };

    private static Dictionary<string, object?> Table(ref Utf8JsonReader reader)
    {
        var entries = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (!entries.TryAdd(name, Value(ref reader)))
                throw new OrgTrailException(SpecificationFileProblems.Malformed(null, $"\"{name}\" stands twice in the same object"));
        }

        return entries;
    }

    private static object?[] List(ref Utf8JsonReader reader)
    {
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Value(ref reader));
        return [.. items];
    }

    // The reader's messages end with the position in its own counting; ours stands at the end of the sentence.
    private static string Cause(JsonException fault) => fault.Message.Split([" LineNumber:", " Path:"], StringSplitOptions.None)[0].TrimEnd('.');
}
