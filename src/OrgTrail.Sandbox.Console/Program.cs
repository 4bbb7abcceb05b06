using OrgTrail;
using OrgTrail.Sandbox.Commands;

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl+C ends in order, a second one at once.
    pressed.Cancel = !stopping.IsCancellationRequested;
    stopping.Cancel();
};

try
{
    return await CommandLine.RunAsync(args, Console.Out, Console.Error, stopping.Token);
}
catch (OrgTrailException refused)
{
    Console.Error.WriteLine(refused.Message);
    Console.Error.WriteLine(refused.Problem.Advice);
    return 1;
}
