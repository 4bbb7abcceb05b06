using System.Text.Json;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>A value of AWS JSON.</summary>
/// <param name="json">The value.</param>
internal sealed class JsonWireValue(JsonElement json) : WireValue
{
    public override bool IsNull => json.ValueKind == JsonValueKind.Null;

    public override IEnumerable<KeyValuePair<string, WireValue>> Members() =>
        Of(JsonValueKind.Object, "structure").EnumerateObject().Select(member => KeyValuePair.Create<string, WireValue>(Name(member), new JsonWireValue(member.Value)));

    public override IEnumerable<WireValue> Items() => Of(JsonValueKind.Array, "list").EnumerateArray().Select(item => new JsonWireValue(item));

    public override IEnumerable<KeyValuePair<string, WireValue>> Entries() => Members();

    public override string Text() => Decoded(Of(JsonValueKind.String, "text"));

    public override bool Flag() => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : throw Not("true or false");

    public override long Number() => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var number) ? number : throw Not("whole number");

    // Text in ISO 8601 is understood too, as the SDK does.
    public override DateTime Time() => json.ValueKind == JsonValueKind.Number
        ? json.TryGetDecimal(out var seconds) ? WireTime.FromSeconds(seconds) : throw Not("time")
        : WireTime.Parse(Text());

    public override byte[] Blob() => Of(JsonValueKind.String, "Base64").TryGetBytesFromBase64(out var bytes) ? bytes : throw Not("Base64");

    private JsonElement Of(JsonValueKind kind, string name) => json.ValueKind == kind ? json : throw Not(name);

    private UnreadableValueException Not(string wanted) => new($"is {json.ValueKind}, not {wanted}");

    private static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            throw new UnreadableValueException("has a name that is not UTF-8");
        }
    }

    private static string Decoded(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // JSON is parsed without a look at what its text decodes to.
            throw new UnreadableValueException("is text that is not UTF-8");
        }
    }
}
