using System.Management.Automation;
using System.Reflection;

namespace OrgTrail.Connection;

/// <summary>
/// Copies that PowerShell makes of our objects: by Select-Object with properties, by Export-Clixml, on the way from another
/// computer. They have the properties but not the connection, and to change something in whatever account the session has
/// would be to guess.
/// </summary>
internal static class CopiedObject
{
    private const string Namespace = "OrgTrail.";

    private static readonly string[] Marks = ["Selected.", "Deserialized."];

    /// <summary>The type that an object is a copy of; <see langword="null"/> when it is no copy of ours.</summary>
    internal static string? TypeOf(object? input) => (input as PSObject)?.TypeNames
        .SelectMany(name => Marks.Where(mark => name.StartsWith(mark + Namespace, StringComparison.Ordinal)).Select(mark => name[(mark + Namespace).Length..]))
        .FirstOrDefault();

    /// <summary>Whether a cmdlet may change something.</summary>
    internal static bool MayChange(Type cmdlet) => cmdlet.GetCustomAttribute<CmdletAttribute>()?.SupportsShouldProcess == true;

    /// <summary>What is said of a copy.</summary>
    internal static Problem ConnectionLost(string type) => new(
        "ConnectionLost", ProblemKind.InvalidInput,
        $"The object in the pipeline is a copy of a {type}, which does not know its connection any more.",
        "Pass the object itself on (Where-Object and Sort-Object keep it, Select-Object with properties does not), or name the connection: -ProfileName, -Region, -EndpointUrl.");
}
