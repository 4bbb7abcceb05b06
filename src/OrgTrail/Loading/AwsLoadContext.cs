using System.Reflection;
using System.Runtime.Loader;

namespace OrgTrail.Loading;

/// <summary>
/// Holds the AWS SDK apart from every other copy in the process. AWS.Tools ships an AWSSDK.Core of the same assembly
/// version: in one context the first copy that is loaded would win, silently.
/// </summary>
/// <param name="folder">The folder with OrgTrail.Aws.dll and everything it needs.</param>
internal sealed class AwsLoadContext(string folder) : AssemblyLoadContext("OrgTrail.Aws")
{
    private readonly AssemblyDependencyResolver _resolver = new(Path.Combine(folder, AssemblyFile));

    /// <summary>The file that the context starts from.</summary>
    internal const string AssemblyFile = "OrgTrail.Aws.dll";

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // The ports must be the very types that the cmdlets were compiled against.
        var core = typeof(Problem).Assembly;
        if (assemblyName.Name == core.GetName().Name) return core;

        if (_resolver.ResolveAssemblyToPath(assemblyName) is { } path) return LoadFromAssemblyPath(path);

        // Null means "ask the default context", where a neighbour's part of the SDK may lie.
        return assemblyName.Name?.StartsWith("AWSSDK.", StringComparison.OrdinalIgnoreCase) == true
            ? throw new FileNotFoundException($"{assemblyName.Name} is not part of OrgTrail.", assemblyName.Name)
            : null;
    }
}
