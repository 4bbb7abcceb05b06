using System.Text.Json;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>Values as AWS JSON has them: times in seconds since 1970 with a fraction, bytes in Base64.</summary>
/// <param name="json">Where to.</param>
internal sealed class JsonWireWriter(Utf8JsonWriter json) : IWireWriter
{
    public void StartStructure() => json.WriteStartObject();

    public void Name(string name) => json.WritePropertyName(name);

    public void EndStructure() => json.WriteEndObject();

    public void StartList() => json.WriteStartArray();

    public void Item(int index)
    {
        // The place says it.
    }

    public void EndList() => json.WriteEndArray();

    public void StartMap() => json.WriteStartObject();

    public void Entry(int index, string key) => json.WritePropertyName(key);

    public void EndMap() => json.WriteEndObject();

    public void Text(string value) => json.WriteStringValue(value);

    public void Flag(bool value) => json.WriteBooleanValue(value);

    public void Number(long value) => json.WriteNumberValue(value);

    public void Time(DateTime value) => json.WriteNumberValue(WireTime.ToSeconds(value));

    public void Blob(byte[] value) => json.WriteBase64StringValue(value);
}
