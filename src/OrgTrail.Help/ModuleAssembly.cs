using System.Reflection;
using System.Runtime.Loader;

namespace OrgTrail.Help;

/// <summary>The module's assembly, loaded together with the PowerShell it was compiled against.</summary>
internal static class ModuleAssembly
{
    /// <summary>Loads the assembly; its dependencies are found beside it.</summary>
    /// <param name="path">The assembly.</param>
    /// <param name="powerShell">System.Management.Automation.dll of PowerShellStandard.</param>
    internal static Assembly Load(string path, string powerShell)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            var file = name.Name == Path.GetFileNameWithoutExtension(powerShell)
                ? Path.GetFullPath(powerShell)
                : Path.Combine(folder, name.Name + ".dll");
            return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        };
        return AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.GetFullPath(path));
    }
}
