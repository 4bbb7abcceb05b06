using System.Management.Automation;
using OrgTrail.Connection;
using OrgTrail.Operations;

namespace OrgTrail.Pipeline;

/// <summary>
/// A cmdlet whose work is asynchronous. The work runs on other threads; whatever it writes or asks reaches PowerShell on
/// the pipeline thread, in order, while that thread waits. Ctrl+C cancels the one token that all work gets, and nothing
/// is disposed of before the work has ended.
/// </summary>
/// <remarks>
/// An <see cref="OrgTrailException"/> becomes an error about <see cref="ErrorTarget"/>, and the next input is processed;
/// one thrown by <see cref="BeginAsync"/> ends the statement, since it concerns every input.
/// </remarks>
public abstract class AsyncCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private PipelineDispatcher _dispatcher = new();

    private protected AsyncCmdlet()
    {
        Pipeline = new PSCmdletPipeline(this);
        Feedback = new PipelineFeedback(Send);
    }

    /// <summary>PowerShell, or what a test puts in its place.</summary>
    internal ICmdletPipeline Pipeline { get; set => field = new RedactingPipeline(value); }

    /// <summary>What operations tell their user through.</summary>
    protected IFeedback Feedback { get; }

    /// <summary>What the cmdlet is working on, for its errors: the input as the user gave it.</summary>
    protected virtual object? ErrorTarget => null;

    /// <summary>Ends the cmdlet's use of whatever it holds.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Work before the first input; parameters that come from the pipeline are not bound yet.</summary>
    /// <param name="cancellation">Cancelled by Ctrl+C.</param>
    protected virtual Task BeginAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Work on one input.</summary>
    /// <param name="cancellation">Cancelled by Ctrl+C.</param>
    protected abstract Task ProcessAsync(CancellationToken cancellation);

    /// <summary>Work after the last input.</summary>
    /// <param name="cancellation">Cancelled by Ctrl+C.</param>
    protected virtual Task EndAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Called on the pipeline thread right before <see cref="BeginAsync"/>, where variables of the session can be read.</summary>
    private protected virtual void OnBegin()
    {
    }

    /// <summary>Called on the pipeline thread right before <see cref="ProcessAsync"/>, when the input's parameters are bound.</summary>
    private protected virtual void OnProcess()
    {
    }

    /// <summary>Ends the cmdlet's use of whatever it holds. No work is under way any more.</summary>
    /// <param name="disposing">Always <see langword="true"/>: there is no finalizer.</param>
    protected virtual void Dispose(bool disposing) => _stopping.Dispose();

    /// <summary>Emits an object.</summary>
    protected new void WriteObject(object? item) => Send(pipeline => pipeline.WriteObject(item, enumerate: false));

    /// <summary>Writes a warning.</summary>
    protected new void WriteWarning(string message) => Feedback.Warning(message);

    /// <summary>Writes a detail for those who ask for details.</summary>
    protected new void WriteVerbose(string message) => Feedback.Verbose(message);

    /// <summary>Whether the change that an operation has planned shall be made.</summary>
    /// <returns><see langword="false"/> with <c>-WhatIf</c>, and when the user says no.</returns>
    protected Task<bool> ShouldAsync<T>(Plan<T> plan)
        where T : class => ShouldAsync(plan.Target, plan.Action, plan.Changes);

    /// <summary>
    /// Whether a change shall be made. <c>-WhatIf</c> shows the target, the action and each of the changes on a line of
    /// its own; <c>-Confirm</c> asks below the same lines.
    /// </summary>
    /// <param name="target">What is changed, for example a trail's ARN.</param>
    /// <param name="action">What is done to it, for example <c>Update trail</c>.</param>
    /// <param name="changes">What it comes to, a line each; may be empty.</param>
    /// <returns><see langword="false"/> with <c>-WhatIf</c>, and when the user says no.</returns>
    protected Task<bool> ShouldAsync(string target, string action, IReadOnlyList<string> changes)
    {
        var description = ChangeText.Describe(target, action, changes);
        return AskAsync(pipeline => pipeline.ShouldProcess(description, ChangeText.Question + description, ChangeText.Caption));
    }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => Begin();

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Process();

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => End();

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => Stop();

    /// <summary>What PowerShell calls before the first input.</summary>
    internal void Begin()
    {
        OnBegin();
        Run(BeginAsync, endsAll: true);
    }

    /// <summary>What PowerShell calls for each input.</summary>
    internal void Process()
    {
        OnProcess();
        Run(ProcessAsync, endsAll: false);
    }

    /// <summary>What PowerShell calls after the last input.</summary>
    internal void End() => Run(EndAsync, endsAll: false);

    /// <summary>What PowerShell calls on Ctrl+C, on another thread.</summary>
    internal void Stop() => _stopping.Cancel();

    private void Run(Func<CancellationToken, Task> work, bool endsAll)
    {
        _dispatcher = new PipelineDispatcher();
        var failure = _dispatcher.Run(() => work(_stopping.Token), _stopping.Cancel);
        if (failure is not null) Report(failure, endsAll);
    }

    private void Report(Exception exception, bool endsAll)
    {
        // Cancellation is no error, and what else a request throws that is cut off is up to its transport.
        if (_stopping.IsCancellationRequested) return;

        var terminating = exception as TerminatingException;
        var error = ErrorTable.From(terminating?.Problem ?? exception, ErrorTarget);
        if (endsAll || terminating is not null) Pipeline.ThrowTerminatingError(error);
        else Pipeline.WriteError(error);
    }

    private void Send(Action<ICmdletPipeline> action) => _dispatcher.Post(() => action(Pipeline));

    private Task<T> AskAsync<T>(Func<ICmdletPipeline, T> ask) => _dispatcher.InvokeAsync(() => ask(Pipeline));
}
