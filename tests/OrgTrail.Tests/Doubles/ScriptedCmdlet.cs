using OrgTrail.Pipeline;

namespace OrgTrail.Tests.Doubles;

/// <summary>A cmdlet whose work is given by the test.</summary>
internal sealed class ScriptedCmdlet : AsyncCmdlet
{
    public ScriptedCmdlet(RecordingPipeline pipeline) => Pipeline = pipeline;

    public Func<ScriptedCmdlet, CancellationToken, Task> OnBeginning { get; init; } = (_, _) => Task.CompletedTask;
    public Func<ScriptedCmdlet, CancellationToken, Task> OnInput { get; init; } = (_, _) => Task.CompletedTask;
    public Func<ScriptedCmdlet, CancellationToken, Task> OnEnding { get; init; } = (_, _) => Task.CompletedTask;
    public object? Input { get; set; }

    public OrgTrail.Connection.IFeedback Told => Feedback;

    protected override object? ErrorTarget => Input;

    public void Write(object item) => WriteObject(item);

    public Task<bool> AskAsync(params string[] changes) => ShouldAsync("acme", "Update trail", changes);

    protected override Task BeginAsync(CancellationToken cancellation) => OnBeginning(this, cancellation);

    protected override Task ProcessAsync(CancellationToken cancellation) => OnInput(this, cancellation);

    protected override Task EndAsync(CancellationToken cancellation) => OnEnding(this, cancellation);
}
