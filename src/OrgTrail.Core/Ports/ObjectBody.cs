namespace OrgTrail.Ports;

/// <summary>What is stored as an object: its bytes, exactly as they were written, read once from the front.</summary>
/// <param name="content">The bytes.</param>
/// <param name="length">How many there are.</param>
/// <param name="metadata">The user's metadata by its name, without <c>x-amz-meta-</c>, in lower case.</param>
/// <param name="owner">What is let go with it; the content itself is, too.</param>
internal sealed class ObjectBody(Stream content, long length, IReadOnlyDictionary<string, string> metadata, IDisposable? owner = null) : IDisposable
{
    /// <summary>The bytes.</summary>
    public Stream Content { get; } = content;

    /// <summary>How many there are.</summary>
    public long Length { get; } = length;

    /// <summary>The metadata.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; } = metadata;

    /// <inheritdoc/>
    public void Dispose()
    {
        Content.Dispose();
        owner?.Dispose();
    }
}
