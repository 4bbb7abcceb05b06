namespace OrgTrail.Core.Tests.Integrity;

/// <summary>A file in a bucket of the double.</summary>
internal sealed class StoredFile
{
    public required byte[] Bytes { get; set; }

    public Dictionary<string, string> Metadata { get; set; } = [];

    public DateTimeOffset LastModified { get; set; }

    /// <summary>What every read of it is refused with.</summary>
    public Problem? Refusal { get; set; }

    public StoredFile Copy() => new() { Bytes = [.. Bytes], Metadata = new(Metadata), LastModified = LastModified, Refusal = Refusal };
}
