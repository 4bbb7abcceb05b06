using OrgTrail.AwsClients.Generator.Models;

namespace OrgTrail.AwsClients.Tests.Generator;

/// <summary>What the build runs.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("models").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_writes_a_source_for_each_model()
    {
        Model("One", """{ "id": "One", "namespace": "One", "version": "1", "signingName": "one", "protocol": "query", "operations": {} }""");
        Model("Two", """{ "id": "Two", "namespace": "Two", "version": "1", "signingName": "two", "protocol": "query", "operations": {} }""");

        Assert.Equal(0, Run(Sources, Path("One.jsonc"), Path("Two.jsonc")));

        Assert.Equal(["One.g.cs", "Two.g.cs"], Directory.GetFiles(Sources).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_fails_for_a_model_that_is_wrong_and_writes_nothing_for_it()
    {
        Model("One", """{ "id": "One" }""");

        Assert.Equal(1, Run(Sources, Path("One.jsonc")));

        Assert.Empty(Directory.GetFiles(Sources));
    }

    [Fact]
    public void It_wants_a_folder_and_models() => Assert.Equal(2, Run(Sources));

    private string Sources => Path("sources");

    private string Path(string name) => System.IO.Path.Combine(_folder, name);

    private void Model(string name, string text) => File.WriteAllText(Path(name + ".jsonc"), text);

    private static int Run(params string[] arguments) => (int)typeof(ModelFile).Assembly.EntryPoint!.Invoke(null, [arguments])!;
}
