namespace Amazon.Organizations.Model;

/// <summary>A participant of a handshake.</summary>
public sealed class HandshakeParty
{
    /// <summary>The ID of the account or organization, or the email address.</summary>
    public string? Id { get; set; }

    /// <summary>What <see cref="Id"/> is.</summary>
    public HandshakePartyType? Type { get; set; }
}
