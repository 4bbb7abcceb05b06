namespace OrgTrail.Problems;

/// <summary>Faults that are found one by one and told at once.</summary>
internal sealed class FaultList
{
    private readonly List<Problem> _problems = [];

    /// <summary>The faults so far.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Adds a fault.</summary>
    public void Add(Problem problem) => _problems.Add(problem);

    /// <summary>What a reader reads, or <see langword="null"/> and its fault.</summary>
    public T? Keep<T>(Func<T> read) where T : class
    {
        try
        {
            return read();
        }
        catch (OrgTrailException fault)
        {
            _problems.Add(fault.Problem);
            return null;
        }
    }
}
