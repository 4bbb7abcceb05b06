namespace OrgTrail.Connection;

/// <summary>Something that a cmdlet emitted. It remembers the connection that it came from, in memory only.</summary>
public abstract class CloudObject
{
    /// <summary>Internal, so that neither formatting nor serialisation ever sees it.</summary>
    internal CloudSession? Session { get; set; }
}
