namespace OrgTrail.Sandbox.Http;

/// <summary>The memory that large bodies and answers on their way may take together, whoever they belong to.</summary>
/// <param name="most">Bytes.</param>
internal sealed class MemoryBudget(long most)
{
    /// <summary>What is smaller is not counted: it is bounded by the number of clients.</summary>
    public const int Small = 64 * 1024;

    private long _taken;

    /// <summary>Takes some of it.</summary>
    /// <returns>Whether there was so much left.</returns>
    public bool TryTake(long bytes)
    {
        if (Interlocked.Add(ref _taken, bytes) <= most) return true;
        Return(bytes);
        return false;
    }

    /// <summary>Gives back what was taken.</summary>
    public void Return(long bytes) => Interlocked.Add(ref _taken, -bytes);
}
