using System.Globalization;
using System.Text.Json.Nodes;

namespace OrgTrail.Sandbox.Services.Kms;

/// <summary>Cuts lists into pages, as KMS does: with Limit, Marker, NextMarker and Truncated.</summary>
internal static class KmsPages
{
    /// <summary>The page that a call asks for.</summary>
    /// <param name="body">The parameters.</param>
    /// <param name="member">The name of the list in the answer.</param>
    /// <param name="most">The largest page, which is also the size of pages when none is asked for.</param>
    /// <param name="items">The whole list.</param>
    public static JsonObject Page(JsonObject body, string member, int most, IReadOnlyList<JsonNode> items)
    {
        var size = body.Number("Limit") ?? most;
        if (size < 1 || size > most)
            throw KmsRefusals.Invalid($"Limit must be from 1 to {most}.");
        var start = 0;
        if (body.Text("Marker") is { } marker && !int.TryParse(marker, NumberStyles.None, CultureInfo.InvariantCulture, out start))
            throw KmsRefusals.InvalidMarker();
        var more = start + size < items.Count;
        return new JsonObject
        {
            [member] = new JsonArray([.. items.Skip(start).Take(size)]),
            ["NextMarker"] = more ? (start + size).ToString(CultureInfo.InvariantCulture) : null,
            ["Truncated"] = more,
        }.WithoutNulls();
    }
}
