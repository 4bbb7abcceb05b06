using System.Reflection;
using System.Runtime.CompilerServices;

namespace OrgTrail.Testing;

/// <summary>The public names and types of an assembly as text, a line each.</summary>
public static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The surface of an assembly: its public types, each with its public members, in the order of their names.</summary>
    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(Of);

    private static IEnumerable<string> Of(Type type) =>
        Members(type).Order(StringComparer.Ordinal).Select(member => "    " + member).Prepend(Head(type));

    private static string Head(Type type)
    {
        var parents = type.BaseType == typeof(object) || type.BaseType is null ? [] : new List<Type> { type.BaseType };
        // Of the interfaces those that the type itself adds.
        parents.AddRange(type.GetInterfaces()
            .Except(parents.SelectMany(parent => parent.GetInterfaces()))
            .OrderBy(parent => parent.Name, StringComparer.Ordinal));
        var ancestry = parents.Count == 0 ? "" : " : " + string.Join(", ", parents.Select(Name));
        return $"{type.FullName}{ancestry}";
    }

    private static IEnumerable<string> Members(Type type) =>
        type.GetConstructors().Select(constructor => $".ctor({Parameters(constructor)})")
            .Concat(type.GetFields(Declared).Select(field => $"{field.Name}: {Name(field.FieldType)}"))
            .Concat(type.GetProperties(Declared).Select(Property))
            .Concat(type.GetMethods(Declared).Where(IsOwn).Select(method => $"{method.Name}({Parameters(method)}): {Name(method.ReturnType)}"));

    // What every record has is not written down.
    private static bool IsOwn(MethodInfo method) =>
        (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !method.IsDefined(typeof(CompilerGeneratedAttribute));

    private static string Property(PropertyInfo property)
    {
        var obsolete = property.IsDefined(typeof(ObsoleteAttribute)) ? " obsolete" : "";
        return $"{property.Name}: {Name(property.PropertyType)} {{{(property.SetMethod is { IsPublic: true } ? "get set" : "get")}}}{obsolete}";
    }

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => Name(parameter.ParameterType)));

    /// <summary>A type as people write it.</summary>
    public static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value) + "?";
        if (!type.IsGenericType)
            return type.Name;
        return $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }

    /// <summary>
    /// Compares the surface of an assembly with <c>Surface.approved.txt</c> beside the tests. When they differ, the new one is
    /// left beside it as <c>Surface.received.txt</c>, to look at and to take.
    /// </summary>
    /// <returns>The approved surface, and the one that is there.</returns>
    public static (string Approved, string Received) Compare(Assembly assembly)
    {
        var received = string.Join('\n', Of(assembly)) + "\n";
        var approved = File.ReadAllText(Beside("Surface.approved.txt")).ReplaceLineEndings("\n");
        if (received != approved)
            File.WriteAllText(Beside("Surface.received.txt"), received);
        return (approved, received);
    }

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
