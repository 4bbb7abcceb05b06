using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>Constants are text on the wire; a value that this library does not know stays as it is.</summary>
internal sealed class ConstantConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsSubclassOf(typeof(ConstantClass));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T>
        where T : ConstantClass
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Constants.Find<T>(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }

    /// <summary>ConstantClass shows its lookup to derived classes only.</summary>
    private sealed class Constants() : ConstantClass("")
    {
        public static T Find<T>(string value)
            where T : ConstantClass => FindValue<T>(value);
    }
}
