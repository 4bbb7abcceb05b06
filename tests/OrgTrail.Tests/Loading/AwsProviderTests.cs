using OrgTrail.Loading;

namespace OrgTrail.Tests.Loading;

public sealed class AwsProviderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_missing_folder_is_a_clear_problem()
    {
        var problem = Assert.Throws<OrgTrailException>(() => AwsProvider.Load(Path.Combine(_folder.FullName, "aws"))).Problem;

        Assert.Equal("ModuleIncomplete", problem.Id);
        Assert.Contains("OrgTrail.Aws.dll", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_is_the_same_problem()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, AwsLoadContext.AssemblyFile), "broken");

        Assert.Equal("ModuleIncomplete", Assert.Throws<OrgTrailException>(() => AwsProvider.Load(_folder.FullName)).Problem.Id);
    }
}
