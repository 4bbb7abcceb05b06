using System.Diagnostics;
using OrgTrail.Aws.Tests.Support;

namespace OrgTrail.Aws.Tests.Connection;

/// <summary>A file that is a pipe blocks whoever opens it until somebody writes to it. Ctrl+C does not wait for that.</summary>
public sealed class BlockingFilesTests : ConnectionTest
{
    [Theory]
    [InlineData("AWS_CONFIG_FILE")]
    [InlineData("AWS_WEB_IDENTITY_TOKEN_FILE")]
    [InlineData("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE")]
    public async Task Cancelling_ends_the_wait_for_a_file_that_blocks(string variable)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "pipes of Windows are no files");
        var pipe = Path.Combine(Env.Home, "pipe");
        using (var mkfifo = Process.Start("mkfifo", pipe)) await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        Env[variable] = pipe;
        if (variable == "AWS_WEB_IDENTITY_TOKEN_FILE") Env["AWS_ROLE_ARN"] = "arn:aws:iam::222222222222:role/audit";
        if (variable == "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE") Env["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = $"{Aws.Endpoint}/creds";
        using var cancellation = new CancellationTokenSource();

        var connecting = ConnectAsync(Nothing, cancellation.Token);
        // That it is blocked by now shows in nothing; if it is not yet, it is cancelled before.
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.False(connecting.IsCompleted);
        var clock = Stopwatch.StartNew();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        // Lets the thread that was left behind go.
        using var writer = new FileStream(pipe, FileMode.Open, FileAccess.ReadWrite);
    }
}
