using System.Reflection;

namespace OrgTrail.AwsClients.Tests.Surface;

/// <summary>The public names and types of an assembly as text, a line each.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

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

    private static bool IsOwn(MethodInfo method) => !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string Property(PropertyInfo property)
    {
        var obsolete = property.IsDefined(typeof(ObsoleteAttribute)) ? " obsolete" : "";
        return $"{property.Name}: {Name(property.PropertyType)} {{{(property.SetMethod is { IsPublic: true } ? "get set" : "get")}}}{obsolete}";
    }

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => Name(parameter.ParameterType)));

    public static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value) + "?";
        if (!type.IsGenericType)
            return type.Name;
        return $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
