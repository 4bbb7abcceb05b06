namespace OrgTrail.Sandbox.Delivery;

/// <summary>
/// What one thread needs to deliver for one account and Region after the other: buffers, and opened keys. There are few of them, since
/// an organization may have tens of thousands of these.
/// </summary>
internal sealed class DeliveryBuffers(SigningKeys keys) : IDisposable
{
    /// <summary>Compresses files.</summary>
    public Gzip Gzip { get; } = new();

    /// <summary>Makes up log files.</summary>
    public LogFileContent Content { get; } = new();

    /// <summary>Signs digests.</summary>
    public DigestSigner Signer { get; } = new(keys);

    public void Dispose()
    {
        Signer.Dispose();
        Gzip.Dispose();
    }
}
