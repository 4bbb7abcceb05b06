using System.Management.Automation;

namespace OrgTrail.Connection;

/// <summary>
/// Stands for an argument that a parameter cannot take and that may hold a secret. PowerShell repeats in its error what it
/// could not convert: of this it repeats the type alone.
/// </summary>
/// <param name="argument">The argument.</param>
internal sealed class Unshown(object? argument)
{
    /// <summary>The type of the argument.</summary>
    public string TypeName { get; } = (argument is PSObject wrapped ? wrapped.BaseObject : argument)?.GetType().FullName ?? "null";

    /// <summary>Names the type and nothing of the content.</summary>
    public override string ToString() => $"an object of type {TypeName}";
}
