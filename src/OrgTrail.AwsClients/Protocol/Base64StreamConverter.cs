using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>Blobs are Base64 on the wire and <see cref="MemoryStream"/> in the SDK.</summary>
internal sealed class Base64StreamConverter : JsonConverter<MemoryStream>
{
    public override MemoryStream Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out var bytes)
            ? new MemoryStream(bytes)
            : throw new JsonException("A blob is not Base64.");

    public override void Write(Utf8JsonWriter writer, MemoryStream value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(value.ToArray());
}
