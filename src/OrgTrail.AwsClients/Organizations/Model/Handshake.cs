namespace Amazon.Organizations.Model;

/// <summary>An agreement between accounts on a change to the organization.</summary>
public sealed class Handshake
{
    /// <summary>The ID, <c>h-</c> and 8 to 32 letters and digits.</summary>
    public string? Id { get; set; }

    /// <summary>The ARN of the handshake.</summary>
    public string? Arn { get; set; }

    /// <summary>Who takes part; null when the service sent none.</summary>
    public List<HandshakeParty>? Parties { get; set; }

    /// <summary>How far it has got.</summary>
    public HandshakeState? State { get; set; }

    /// <summary>When it was requested, UTC.</summary>
    public DateTime? RequestedTimestamp { get; set; }

    /// <summary>When it expires, UTC.</summary>
    public DateTime? ExpirationTimestamp { get; set; }

    /// <summary>What it is about.</summary>
    public ActionType? Action { get; set; }

    /// <summary>What it brings along; null when the service sent none.</summary>
    public List<HandshakeResource>? Resources { get; set; }
}
