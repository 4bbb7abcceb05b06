using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrgTrail.Integrity;

/// <summary>How receipts, bundles and checkpoints are written.</summary>
internal static class ReceiptJson
{
    /// <summary>For files that people read.</summary>
    public static readonly JsonSerializerOptions Readable = New(isIndented: true);

    /// <summary>For one line.</summary>
    public static readonly JsonSerializerOptions Line = New(isIndented: false);

    private static JsonSerializerOptions New(bool isIndented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        WriteIndented = isIndented,
        MaxDepth = 16,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };
}
