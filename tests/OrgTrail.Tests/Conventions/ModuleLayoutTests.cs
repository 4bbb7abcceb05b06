using OrgTrail.Testing;

namespace OrgTrail.Tests.Conventions;

/// <summary>What lies in <c>out/OrgTrail</c> after a build.</summary>
public sealed class ModuleLayoutTests
{
    private static readonly string[] Files =
        [.. Directory.EnumerateFiles(RepositoryPaths.Module, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryPaths.Module, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    [Fact]
    public void The_module_is_complete_and_nothing_else_lies_beside_it() => Assert.Equal(
        ["LICENSE", "OrgTrail.Core.dll", "OrgTrail.Format.ps1xml", "OrgTrail.Sandbox.dll", "OrgTrail.dll", "OrgTrail.psd1", "en-US/OrgTrail.dll-Help.xml", "en-US/about_OrgTrailDeployment.help.txt", "en-US/about_OrgTrailIntegrity.help.txt", "en-US/about_OrgTrailSandbox.help.txt"],
        Files.Where(file => !file.StartsWith("bin/", StringComparison.Ordinal)));

    [Theory]
    [InlineData("OrgTrail.Aws.dll")]
    [InlineData("OrgTrail.Aws.deps.json")]
    [InlineData("AWSSDK.Core.dll")]
    [InlineData("AWSSDK.S3.dll")]
    [InlineData("AWSSDK.SecurityToken.dll")]
    [InlineData("AWSSDK.SSO.dll")]
    [InlineData("AWSSDK.SSOOIDC.dll")]
    public void The_way_to_AWS_brings_all_that_it_needs(string file) => Assert.Contains("bin/aws/" + file, Files);

    [Fact]
    public void Core_and_PowerShell_are_there_once_at_most()
    {
        Assert.Single(Files, file => file.EndsWith("OrgTrail.Core.dll", StringComparison.Ordinal));
        Assert.DoesNotContain(Files, file => file.EndsWith("System.Management.Automation.dll", StringComparison.Ordinal));
    }
}
