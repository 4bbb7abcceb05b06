using System.Text.Json;

namespace OrgTrail.Trails;

/// <summary>JSON as plain values: texts, numbers, truth values, <see cref="IReadOnlyDictionary{TKey,TValue}"/> and <see cref="IReadOnlyList{T}"/>.</summary>
internal static class SelectorJson
{
    /// <summary>The value that a text holds.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fault">What is wrong with it; <see langword="null"/> when nothing is.</param>
    public static object? Read(string text, out string? fault)
    {
        try
        {
            using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'));
            var value = Plain(document.RootElement);
            fault = null;
            return value;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            // A member twice is an ArgumentException of the dictionary, half a surrogate pair an InvalidOperationException.
            fault = $"{NamingRule.Quote(text)} is not valid JSON: {exception.Message.TrimEnd('.')}";
            return null;
        }
    }

    private static object? Plain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new Dictionary<string, object?>(
            element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Plain(member.Value)))),
        JsonValueKind.Array => element.EnumerateArray().Select(Plain).ToArray(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDecimal(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
