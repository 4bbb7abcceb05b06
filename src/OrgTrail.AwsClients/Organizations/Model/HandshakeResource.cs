namespace Amazon.Organizations.Model;

/// <summary>Something a handshake brings along.</summary>
public sealed class HandshakeResource
{
    /// <summary>The value, its meaning following from <see cref="Type"/>.</summary>
    public string? Value { get; set; }

    /// <summary>The kind of resource.</summary>
    public HandshakeResourceType? Type { get; set; }

    /// <summary>Resources within this one; null when the service sent none.</summary>
    public List<HandshakeResource>? Resources { get; set; }
}
