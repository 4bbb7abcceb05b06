using System.Management.Automation;
using System.Reflection;

namespace OrgTrail.Pipeline;

/// <summary>The pipeline of a cmdlet that runs in PowerShell.</summary>
internal sealed class PSCmdletPipeline(PSCmdlet cmdlet) : ICmdletPipeline
{
    // PowerShell shows a cmdlet its input through parameters alone, and those that bind by the names of properties lose the
    // object that had them. A suite in PowerShell tells when this member is no more.
    private static readonly PropertyInfo? Input =
        typeof(Cmdlet).BaseType?.GetProperty("CurrentPipelineObject", BindingFlags.Instance | BindingFlags.NonPublic);

    public object? CurrentInput => Input?.GetValue(cmdlet);

    public void WriteObject(object? item, bool enumerate) => cmdlet.WriteObject(item, enumerate);

    public void WriteError(CmdletError error) => cmdlet.WriteError(error.ToErrorRecord());

    public void ThrowTerminatingError(CmdletError error) => cmdlet.ThrowTerminatingError(error.ToErrorRecord());

    public void WriteWarning(string message) => cmdlet.WriteWarning(message);

    public void WriteVerbose(string message) => cmdlet.WriteVerbose(message);

    public void WriteProgress(ProgressBar progress) => cmdlet.WriteProgress(
        new ProgressRecord(progress.ActivityId, progress.Activity, progress.Status)
        {
            RecordType = progress.IsOver ? ProgressRecordType.Completed : ProgressRecordType.Processing,
            // PowerShell shows neither when it is negative.
            SecondsRemaining = progress.Remaining is { } remaining ? (int)Math.Ceiling(remaining.TotalSeconds) : -1,
            PercentComplete = progress.Percent ?? -1,
        });

    public bool ShouldProcess(string description, string query, string caption) =>
        cmdlet.ShouldProcess(description, query, caption);

    public bool IsWhatIf => LanguagePrimitives.IsTrue(
        cmdlet.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given) ? given : GetVariable("WhatIfPreference"));

    public IReadOnlyDictionary<string, object?> GivenParameters => cmdlet.MyInvocation.BoundParameters;

    public object? GetVariable(string name) => cmdlet.SessionState.PSVariable.GetValue(name);

    public string GetFilePath(string path) => cmdlet.GetUnresolvedProviderPathFromPSPath(path);
}
