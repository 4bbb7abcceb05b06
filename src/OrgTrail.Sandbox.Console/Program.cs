using System.Runtime.InteropServices;
using OrgTrail;
using OrgTrail.Sandbox.Commands;

using var stopping = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    return await CommandLine.RunAsync(args, Console.Out, Console.Error, stopping.Token);
}
catch (OrgTrailException refusal)
{
    Console.Error.WriteLine(refusal.Message);
    Console.Error.WriteLine(refusal.Problem.Advice);
    return 1;
}

// The first Ctrl+C ends in order, a second one at once.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stopping.IsCancellationRequested;
    stopping.Cancel();
}
