using System.Text.Json;
using System.Text.Unicode;

namespace OrgTrail.Aws.Http;

/// <summary>
/// Reads an answer in JSON once, text by text, before an unmarshaller does: what passes here breaks nothing there, and no
/// list has a gap in the place of an item.
/// </summary>
internal static class JsonRoot
{
    private static readonly HashSet<string> ErrorMembers = ["__type", "message", "Message"];

    /// <summary>What shows that a body is no answer; <see langword="null"/> when nothing does.</summary>
    public static string? Defect(byte[] body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            return Utf8.IsValid(body) && reader.Read() && reader.TokenType == JsonTokenType.StartObject ? DefectInside(ref reader) : "The answer is no JSON object";
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return "The answer is no JSON, or cut off";
        }
    }

    private static string? DefectInside(ref Utf8JsonReader reader)
    {
        string? defect = null;
        var isList = new Stack<bool>([false]);
        while (reader.Read())
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray or JsonTokenType.StartObject:
                    isList.Push(reader.TokenType == JsonTokenType.StartArray);
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    isList.Pop();
                    break;
                case JsonTokenType.Null when isList.Peek():
                    defect ??= "A list of the answer has nothing in the place of an item";
                    break;
                case JsonTokenType.PropertyName when ErrorMembers.Contains(reader.GetString()!) && isList.Count == 1:
                    defect ??= "The answer is an error with the status of a success";
                    break;
                case JsonTokenType.String:
                    reader.GetString();
                    break;
            }

        return defect;
    }
}
