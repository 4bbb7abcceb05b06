namespace OrgTrail.Testing.Tests;

public sealed class PowerShellProcessTests
{
    [Fact]
    public void A_script_sees_the_environment_that_it_was_given_and_nothing_of_the_machines_AWS()
    {
        var result = PowerShellProcess.Run(
            """ "$env:GREETING $env:AWS_ACCESS_KEY_ID $(Test-Path $env:AWS_CONFIG_FILE)" """,
            new Dictionary<string, string?> { ["GREETING"] = "hello" });

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal($"hello {ThrowawayEnvironment.AccessKey} False", result.Output.Trim());
    }

    [Fact]
    public void An_error_is_a_nonzero_exit_code()
    {
        var result = PowerShellProcess.Run("throw 'no luck'");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("no luck", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_is_stopped_at_its_time_limit()
    {
        Assert.True(PowerShellProcess.Run("Start-Sleep 600", timeLimit: TimeSpan.FromSeconds(1)).TimedOut);
    }

    [Fact]
    public void PowerShell_itself_can_script_an_AWS()
    {
        var result = PowerShellProcess.Run(
            """
            Add-Type -Path $env:LIBRARY
            $aws = [OrgTrail.Testing.ScriptedAws]::WithOrganization()
            [void] $aws.On('CloudTrail', 'GetTrail').FailsOnce('ThrottlingException', 'slow').Answers('{"Trail":{"Name":"acme"}}')
            $ask = @{ Uri = $aws.Endpoint; Method = 'Post'; ContentType = 'application/x-amz-json-1.1'; Body = '{"Name":"acme"}'; Headers = @{ 'X-Amz-Target' = 'CloudTrail_20131101.GetTrail' } }
            (Invoke-WebRequest @ask -SkipHttpErrorCheck).StatusCode
            (Invoke-RestMethod @ask).Trail.Name
            "$($aws.Calls) $($aws.Calls[1].Body.GetProperty('Name').GetString())"
            """,
            new Dictionary<string, string?> { ["LIBRARY"] = typeof(ScriptedAws).Assembly.Location });

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(["400", "acme", "CloudTrail.GetTrail CloudTrail.GetTrail acme"], result.Output.Trim().Split(Environment.NewLine));
    }
}
