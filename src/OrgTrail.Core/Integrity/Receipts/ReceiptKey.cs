using OrgTrail.Ports;

namespace OrgTrail.Integrity;

/// <summary>A public key of CloudTrail, as a receipt or a bundle keeps it.</summary>
/// <param name="Region">The Region that it signs in.</param>
/// <param name="Fingerprint">By what digests name it.</param>
/// <param name="Value">Its DER in base64, as ListPublicKeys returns it.</param>
/// <param name="ValidFrom">The beginning of its time.</param>
/// <param name="ValidTo">The end of its time.</param>
internal sealed record ReceiptKey(string Region, string Fingerprint, byte[] Value, DateTimeOffset? ValidFrom, DateTimeOffset? ValidTo)
{
    public static ReceiptKey Of(string region, DigestKey key) => new(region, key.Fingerprint, key.Value, key.ValidFrom, key.ValidTo);
}
