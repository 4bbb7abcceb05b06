using OrgTrail.Pipeline;

namespace OrgTrail.Tests.Doubles;

/// <summary>Stands in for PowerShell and writes down what it is asked, and on which thread.</summary>
internal sealed class RecordingPipeline : ICmdletPipeline
{
    public List<object?> Objects { get; } = [];
    public List<CmdletError> Errors { get; } = [];
    public List<CmdletError> TerminatingErrors { get; } = [];
    public List<string> Warnings { get; } = [];
    public List<string> Details { get; } = [];
    public List<ProgressBar> Bars { get; } = [];
    public List<string> Questions { get; } = [];
    public HashSet<int> Threads { get; } = [];
    public Dictionary<string, object?> Variables { get; } = [];
    public bool Answer { get; set; } = true;
    public bool IsWhatIf { get; set; }
    public object? CurrentInput { get; set; }
    public IReadOnlyDictionary<string, object?> GivenParameters { get; } = new Dictionary<string, object?>();

    /// <summary>What PowerShell throws at the next object, as it does when the pipeline has been stopped.</summary>
    public Exception? Refusal { get; set; }

    public void WriteObject(object? item, bool enumerate)
    {
        Note();
        if (Refusal is not null) throw Refusal;
        Objects.Add(item);
    }

    public void WriteError(CmdletError error) => Add(Errors, error);

    public void ThrowTerminatingError(CmdletError error) => Add(TerminatingErrors, error);

    public void WriteWarning(string message) => Add(Warnings, message);

    public void WriteVerbose(string message) => Add(Details, message);

    public void WriteProgress(ProgressBar progress) => Add(Bars, progress);

    public bool ShouldProcess(string description, string query, string caption)
    {
        Add(Questions, description);
        return Answer;
    }

    public object? GetVariable(string name)
    {
        Note();
        return Variables.GetValueOrDefault(name);
    }

    public string GetFilePath(string path)
    {
        Note();
        return Path.Combine("/location", path);
    }

    private void Add<T>(List<T> records, T record)
    {
        Note();
        records.Add(record);
    }

    private void Note() => Threads.Add(Environment.CurrentManagedThreadId);
}
