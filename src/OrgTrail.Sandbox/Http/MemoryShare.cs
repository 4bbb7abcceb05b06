namespace OrgTrail.Sandbox.Http;

/// <summary>What one exchange has taken of the memory for all.</summary>
internal sealed class MemoryShare(MemoryBudget budget)
{
    private long _taken;

    /// <summary>Takes more.</summary>
    /// <exception cref="Protocol.AwsErrorException">There is no more.</exception>
    public void Take(long bytes)
    {
        if (bytes <= 0) return;
        if (!budget.TryTake(bytes)) throw BadRequest.OutOfMemory();
        _taken += bytes;
    }

    /// <summary>Gives all of it back, when the exchange is over.</summary>
    public void Return()
    {
        if (_taken == 0) return;
        budget.Return(_taken);
        _taken = 0;
    }
}
