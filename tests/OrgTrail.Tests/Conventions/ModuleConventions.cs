using System.Text.RegularExpressions;

namespace OrgTrail.Tests.Conventions;

public sealed partial class ModuleConventions
{
    [Fact]
    public void The_manifest_exports_exactly_the_cmdlets_there_are() =>
        Assert.Equal(ModuleAssemblies.Pages.Select(page => page.Name), ModuleAssemblies.ExportedCmdlets);

    [Fact]
    public void The_manifest_has_the_version_of_the_assembly() =>
        Assert.Equal(ModuleAssemblies.Cmdlets.GetName().Version!.ToString(3), ModuleVersion().Match(ModuleAssemblies.Manifest).Groups["version"].Value);

    [Fact]
    public void Core_knows_neither_PowerShell_nor_AWS() =>
        Assert.All(References(ModuleAssemblies.Core), name => Assert.True(name.StartsWith("System.", StringComparison.Ordinal), name));

    [Fact]
    public void Cmdlets_know_AWS_by_Core_alone() =>
        Assert.DoesNotContain(References(ModuleAssemblies.Cmdlets), name => name.StartsWith("AWSSDK", StringComparison.Ordinal) || name.StartsWith("OrgTrail.Aws", StringComparison.Ordinal));

    private static IEnumerable<string> References(System.Reflection.Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    [GeneratedRegex(@"ModuleVersion\s*=\s*'(?<version>[^']+)'")]
    private static partial Regex ModuleVersion();
}
