using OrgTrail.Problems;

namespace OrgTrail.Pipeline;

/// <summary>The one way to PowerShell's streams: whatever text goes through is rid of secrets, and of what would command the terminal.</summary>
/// <param name="inner">The streams.</param>
internal sealed class RedactingPipeline(ICmdletPipeline inner) : ICmdletPipeline
{
    public bool IsWhatIf => inner.IsWhatIf;

    public object? CurrentInput => inner.CurrentInput;

    // Objects hold data, which must stay as it is: a policy that is written back. Their messages are clean from the beginning.
    public void WriteObject(object? item, bool enumerate) => inner.WriteObject(item, enumerate);

    public void WriteError(CmdletError error) => inner.WriteError(Shown(error));

    public void ThrowTerminatingError(CmdletError error) => inner.ThrowTerminatingError(Shown(error));

    public void WriteWarning(string message) => inner.WriteWarning(ShownText.Of(message));

    public void WriteVerbose(string message) => inner.WriteVerbose(ShownText.Of(message));

    public void WriteProgress(ProgressBar progress) =>
        inner.WriteProgress(progress with { Activity = ShownText.Of(progress.Activity), Status = ShownText.Of(progress.Status) });

    public bool ShouldProcess(string description, string query, string caption) =>
        inner.ShouldProcess(ShownText.Of(description), ShownText.Of(query), caption);

    public IReadOnlyDictionary<string, object?> GivenParameters => inner.GivenParameters;

    public object? GetVariable(string name) => inner.GetVariable(name);

    public string GetFilePath(string path) => inner.GetFilePath(path);

    // What nobody foresaw comes as it was thrown, and says what others said: nothing in it is ours.
    private static CmdletError Shown(CmdletError error) => error with
    {
        Message = error.Exception is OrgTrailException ? ShownText.Of(error.Message) : ShownText.Of(Secrets.Redact(error.Message)),
        RecommendedAction = error.RecommendedAction is { } advice ? ShownText.Of(advice) : null,
        Exception = RedactedException.Of(error.Exception),
        Target = error.Target is string target ? ShownText.Of(target) : error.Target,
    };
}
