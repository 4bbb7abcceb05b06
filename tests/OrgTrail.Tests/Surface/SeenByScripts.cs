using System.Management.Automation;
using System.Reflection;

namespace OrgTrail.Tests.Surface;

/// <summary>The types that a script can come upon: by what cmdlets emit and take, and from there by public members and parents.</summary>
internal static class SeenByScripts
{
    /// <summary>The types of an assembly that are seen from the given ones.</summary>
    public static IReadOnlyCollection<Type> Types(Assembly assembly, IReadOnlyList<Type> from)
    {
        var seen = new HashSet<Type>();
        var left = new Queue<Type>(from);
        while (left.TryDequeue(out var type))
        {
            if (type.Assembly == assembly && !seen.Add(type)) continue;
            foreach (var next in Neighbours(type).SelectMany(Parts).Where(next => next.Assembly == assembly && !seen.Contains(next)))
                left.Enqueue(next);
        }

        return seen;
    }

    private static IEnumerable<Type> Neighbours(Type type) =>
    [
        .. Outputs(type),
        .. type.GetProperties().Select(property => property.PropertyType),
        .. type.GetFields().Select(field => field.FieldType),
        .. type.GetInterfaces(),
        .. (Type?[])[type.BaseType, type.DeclaringType] is var parents ? parents.OfType<Type>() : [],
    ];

    // PowerShell's own attribute tells nothing outside of PowerShell, so what was given to it is read.
    private static IEnumerable<Type> Outputs(Type type) => type.GetCustomAttributesData()
        .Where(attribute => attribute.AttributeType == typeof(OutputTypeAttribute))
        .SelectMany(attribute => attribute.ConstructorArguments)
        .SelectMany(argument => argument.Value is IEnumerable<CustomAttributeTypedArgument> types ? types : [argument])
        .Select(argument => argument.Value)
        .OfType<Type>();

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)]
        : [type];
}
