namespace Amazon.Organizations.Model;

/// <summary>Which handshakes to list; one of the two members.</summary>
public sealed class HandshakeFilter
{
    /// <summary>The kind of handshake.</summary>
    public ActionType? ActionType { get; set; }

    /// <summary>The handshake whose child handshakes to list.</summary>
    public string? ParentHandshakeId { get; set; }
}
