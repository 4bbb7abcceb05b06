namespace OrgTrail.Sandbox.Commands;

/// <summary>Runs a sandbox until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(SandboxOptions options, TextWriter output, TextWriter errors, CancellationToken stopping)
    {
        var file = options.StateFile;
        // A file that is not there yet is where the state goes, not where it comes from.
        using var server = SandboxServer.Start(File.Exists(file) ? options : options with { StateFile = null });
        foreach (var line in Lines(server))
            await output.WriteLineAsync(line);
        await output.FlushAsync(CancellationToken.None);
        await errors.WriteLineAsync("The sandbox runs until Ctrl+C. Any secret key will do; a 12-digit access key is that account.");

        var stopped = new TaskCompletionSource();
        await using (stopping.Register(stopped.SetResult))
            await stopped.Task;
        if (file is not null) server.SaveState(file);
        return 0;
    }

    /// <summary>What a shell takes as it is, so that it can be evaluated.</summary>
    private static string[] Lines(SandboxServer server)
    {
        (string Name, string Value)[] endpoint = [("AWS_ENDPOINT_URL", server.Endpoint)];
        // Version 1 of the AWS CLI reads AWS_DEFAULT_REGION only, the AWS SDKs AWS_REGION.
        var region = server.State.Regions[0];
        (string Name, string Value)[] identity =
        [
            ("AWS_ACCESS_KEY_ID", server.State.ManagementAccountId), ("AWS_SECRET_ACCESS_KEY", "sandbox"),
            ("AWS_REGION", region), ("AWS_DEFAULT_REGION", region),
        ];
        return OperatingSystem.IsWindows()
            ? [.. new[] { endpoint, identity }.Select(variables => string.Join("; ", variables.Select(variable => $"$env:{variable.Name} = '{variable.Value}'")))]
            : [.. new[] { endpoint, identity }.Select(variables => "export " + string.Join(' ', variables.Select(variable => $"{variable.Name}={variable.Value}")))];
    }
}
