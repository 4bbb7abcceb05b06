using OrgTrail.Connection;

namespace OrgTrail.Tests.Doubles;

/// <summary>A cmdlet that opens a session for each input, and emits a trail marked with it.</summary>
internal sealed class ConnectingCmdlet : ConnectedCmdlet
{
    public ConnectingCmdlet(RecordingPipeline pipeline, FakeProvider provider)
    {
        Pipeline = pipeline;
        Provider = () => provider;
    }

    public CloudObject? Input { get; set; }
    public List<CloudSession> Sessions { get; } = [];

    protected override object? ErrorTarget => Input;

    /// <summary>Processes one input, as PowerShell does after binding it.</summary>
    public CloudSession? Take(CloudObject? input)
    {
        Input = input;
        Process();
        return Sessions.LastOrDefault();
    }

    protected override async Task ProcessAsync(CancellationToken cancellation) =>
        Sessions.Add(await SessionAsync(Input, cancellation));
}
