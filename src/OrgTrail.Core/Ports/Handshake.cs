namespace OrgTrail.Ports;

/// <summary>A request of AWS Organizations that others must agree to.</summary>
/// <param name="Id">For example <c>h-examplehandshakeid111</c>.</param>
/// <param name="State">REQUESTED, OPEN, CANCELED, ACCEPTED, DECLINED or EXPIRED.</param>
/// <param name="ExpirationTimestamp">When it lapses; <see langword="null"/> when AWS does not tell.</param>
internal sealed record Handshake(string Id, string State, DateTimeOffset? ExpirationTimestamp);
