namespace OrgTrail.Sandbox.Http;

/// <summary>How much a client may ask of the server, and how long it may take.</summary>
internal sealed record HttpLimits
{
    /// <summary>Bytes of the request line and all headers. Amazon S3 allows 8 KB of headers; the AWS SDKs stay far below.</summary>
    public int HeadBytes { get; init; } = 32 * 1024;

    /// <summary>Bytes of a body, taken out of its encodings.</summary>
    public int BodyBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Bytes of all larger bodies and answers on their way at one time.</summary>
    public long BytesUnderWay { get; init; } = 256L * 1024 * 1024;

    /// <summary>How many clients are served at one time.</summary>
    public int Clients { get; init; } = 4096;

    /// <summary>How long a connection may lie idle between requests.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the head of a request may take from its first byte on.</summary>
    public TimeSpan Head { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a body may stall, or a client not read its answer.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a client that was refused may go on sending what nobody reads.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromSeconds(3);
}
