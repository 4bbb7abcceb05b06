using System.Reflection;
using OrgTrail.Testing;

namespace OrgTrail.Benchmarks;

/// <summary>What must be there before a measurement means anything.</summary>
internal static class Prerequisites
{
    public static void Check(bool withServer)
    {
        if (withServer)
        {
            CheckAwsCli();
            Require(MotoServer.Available, MotoServer.MissingBecause);
        }

        var module = Path.Combine(RepositoryPaths.Module, "OrgTrail.dll");
        Require(File.Exists(module), $"there is no module in {RepositoryPaths.Module}");
        var configuration = Assembly.LoadFrom(module).GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration;
        Require(configuration == "Release", $"the module in {RepositoryPaths.Module} is a {configuration} build; use dotnet run -c Release");
    }

    public static void CheckAwsCli() => Require(AwsCli.Available, AwsCli.MissingBecause);

    private static void Require(bool met, string because)
    {
        if (!met)
            throw new InvalidOperationException($"Nothing is measured: {because}.");
    }
}
