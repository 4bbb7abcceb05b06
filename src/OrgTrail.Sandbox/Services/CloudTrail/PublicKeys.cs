using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Delivery;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>ListPublicKeys: the keys of the called Region.</summary>
internal sealed class PublicKeys(SandboxContext context)
{
    private readonly SigningKeys _keys = new(context.State);

    /// <summary>CloudTrail API reference, ListPublicKeys: a time that is left out is the present. <c>NextToken</c> is reserved: any text was seen to be ignored.</summary>
    public JsonObject List(ServiceCall call, JsonObject body)
    {
        var now = context.Clock.Now;
        var (start, end) = (body.Time("StartTime") ?? now, body.Time("EndTime") ?? now);
        if (start > end)
            throw TrailRefusals.InvalidTimeRange();

        // There is always a key for the present, whether anything was signed or not.
        _keys.Provide([call.Region], now, now);
        return new JsonObject { ["PublicKeyList"] = new JsonArray([.. _keys.Between(call.Region, start, end).Select(Entry)]) };
    }

    // The documented encoding of the value: PKCS#1 DER.
    private static JsonObject Entry(SandboxSigningKey key)
    {
        using var pair = SigningKeys.Open(key);
        return new JsonObject
        {
            ["Value"] = Convert.ToBase64String(pair.ExportRSAPublicKey()),
            ["ValidityStartTime"] = JsonMembers.Seconds(key.ValidityStartTime),
            ["ValidityEndTime"] = JsonMembers.Seconds(key.ValidityEndTime),
            ["Fingerprint"] = key.Fingerprint,
        };
    }
}
