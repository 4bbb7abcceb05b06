using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgTrail.Policies;

/// <summary>Reads JSON so that nothing of it is lost or ambiguous, or says where it is wrong.</summary>
internal static class JsonReading
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The one JSON value that a text holds. A byte order mark before it is allowed.</summary>
    /// <exception cref="OrgTrailException">The text is not JSON, or an object has a member twice (<c>MalformedPolicy</c>).</exception>
    internal static JsonNode? Read(string text)
    {
        var utf8 = ToUtf8(text.TrimStart('\uFEFF'));
        try
        {
            RefuseDuplicates(utf8);
            return JsonNode.Parse(utf8);
        }
        catch (JsonException e)
        {
            throw MalformedPolicy.At(JsonPosition.OfLine(utf8, e.LineNumber ?? 0, e.BytePositionInLine ?? 0), $"it is not valid JSON: {Cause(e)}");
        }
    }

    private static byte[] ToUtf8(string text)
    {
        try
        {
            return StrictUtf8.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            throw MalformedPolicy.Because("it has half a surrogate pair, which is no character");
        }
    }

    // JSON leaves open which of two members of the same name counts. A policy in which that is open is not merged, since
    // a reader of ours and AWS may then see different policies.
    private static void RefuseDuplicates(byte[] utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        var objects = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    objects.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    objects.Pop();
                    break;
                case JsonTokenType.PropertyName when !objects.Peek().Add(Characters(ref reader, utf8)):
                    throw MalformedPolicy.At(JsonPosition.OfByte(utf8, reader.TokenStartIndex), $"\"{reader.GetString()}\" stands twice in the same object, the second time");
                case JsonTokenType.String:
                    Characters(ref reader, utf8);
                    break;
            }
        }
    }

    private static string Characters(ref Utf8JsonReader reader, byte[] utf8)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw MalformedPolicy.At(JsonPosition.OfByte(utf8, reader.TokenStartIndex), "it has half a surrogate pair, which is no character,");
        }
    }

    // The reader's messages end with the position in its own counting; ours stands at the end of the sentence.
    private static string Cause(JsonException e) => e.Message.Split([" LineNumber:", " Path:"], StringSplitOptions.None)[0].TrimEnd('.');
}
