using OrgTrail.Ports;

namespace OrgTrail.Loading;

/// <summary>
/// The way to AWS. Loaded at the first call, not at import, and once per process: the assembly of the module stays loaded
/// when the module is removed, and this field with it.
/// </summary>
internal static class AwsProvider
{
    private const string TypeName = "OrgTrail.Aws.AwsCloudProvider";

    private static readonly object Gate = new();
    private static ICloudProvider? _provider;

    /// <summary>The one provider of this process.</summary>
    /// <exception cref="OrgTrailException"><c>ModuleIncomplete</c>: the module's folder lacks files.</exception>
    internal static ICloudProvider Get()
    {
        lock (Gate)
            return _provider ??= Load(Path.Combine(Path.GetDirectoryName(typeof(AwsProvider).Assembly.Location)!, "bin", "aws"));
    }

    /// <summary>Loads a provider from a folder, into a context of its own.</summary>
    internal static ICloudProvider Load(string folder)
    {
        var file = Path.Combine(folder, AwsLoadContext.AssemblyFile);
        if (!File.Exists(file)) throw Incomplete($"'{file}' is missing.", null);
        try
        {
            var type = new AwsLoadContext(folder).LoadFromAssemblyPath(file).GetType(TypeName, throwOnError: true)!;
            return (ICloudProvider)Activator.CreateInstance(type)!;
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException or TypeLoadException or InvalidOperationException)
        {
            throw Incomplete($"'{file}' cannot be loaded: {exception.Message}", exception);
        }
    }

    private static OrgTrailException Incomplete(string why, Exception? cause) => new(
        new Problem(
            "ModuleIncomplete",
            ProblemKind.InvalidState,
            "The OrgTrail module is incomplete.",
            "Install the module anew, or build it with: dotnet build")
        { Why = why },
        cause);
}
