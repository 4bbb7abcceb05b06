using System.Text.Json;
using OrgTrail.Testing;

namespace OrgTrail.Sandbox.Tests.Services;

/// <summary>The AWS CLI, unchanged, against a sandbox of its own.</summary>
public abstract class CliTest(SandboxOptions options) : IDisposable
{
    private readonly SandboxServer _server = SandboxServer.Start(options);

    /// <summary>The sandbox.</summary>
    protected SandboxServer Server => _server;

    public void Dispose()
    {
        var failures = _server.InternalErrors;
        _server.Dispose();
        Assert.Empty(failures);
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs a command that must succeed: its words are separated by blanks, as they hold none themselves.</summary>
    protected JsonElement Run(string command, params string[] further) => Cli().Run([.. command.Split(' '), .. further]).Json;

    /// <summary>Runs a command that must be refused, and tells what the CLI says.</summary>
    protected string Refused(string command, params string[] further)
    {
        var result = Cli().Run([.. command.Split(' '), .. further]);
        Assert.False(result.Succeeded, result.Text);
        return result.Error;
    }

    private AwsCli Cli()
    {
        Assert.SkipUnless(AwsCli.Available, AwsCli.MissingBecause);
        return new(_server.Endpoint);
    }
}
