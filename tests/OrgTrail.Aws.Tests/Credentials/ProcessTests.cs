using OrgTrail.Aws.Tests.Support;

namespace OrgTrail.Aws.Tests.Credentials;

public sealed class ProcessTests : ConnectionTest
{
    [Fact]
    public async Task A_process_can_print_the_credentials()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the command is one for sh");
        Profile($$"""echo '{"Version":1,"AccessKeyId":"ASIAPROCESS","SecretAccessKey":"{{Secret}}","SessionToken":"t"}'""");
        Assert.Equal("ASIAPROCESS", (await CallAsync(Nothing with { ProfileName = "work" })).AccessKey);
    }

    [Theory]
    [InlineData("echo " + Secret + " >&2; exit 3", "failed")]
    [InlineData("echo '{\"Version\":1,\"AccessKeyId\":\"" + Secret + "'", "did not print")]
    [InlineData("echo '{\"Version\":1,\"AccessKeyId\":\"" + Secret + "\"}'", "did not print")]
    [InlineData("echo '{\"Version\":2,\"AccessKeyId\":\"" + Secret + "\"}'", "did not print")]
    [InlineData("echo " + Secret, "did not print")]
    [InlineData("/no/such/program", "failed")]
    public async Task What_a_failing_process_prints_is_not_repeated(string command, string how)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the command is one for sh");
        Profile(command);
        var problem = await RefusedAsync(Nothing with { ProfileName = "work" });

        Assert.Equal(("CredentialProcessFailed", ProblemKind.Authentication), (problem.Id, problem.Kind));
        Assert.Contains($"of profile 'work' {how}", problem.What, StringComparison.Ordinal);
    }

    private void Profile(string command) => Env.Write(".aws/config", $"[profile work]\ncredential_process = {command}\n");
}
