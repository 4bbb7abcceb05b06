namespace OrgTrail.Ports;

/// <summary>A public key that CloudTrail signs the digests of one Region with, as ListPublicKeys shows it.</summary>
/// <param name="Fingerprint">By what digests name it.</param>
/// <param name="Value">The key in DER.</param>
/// <param name="ValidFrom">The beginning of its time.</param>
/// <param name="ValidTo">The end of its time.</param>
internal sealed record DigestKey(string Fingerprint, byte[] Value, DateTimeOffset? ValidFrom, DateTimeOffset? ValidTo);
