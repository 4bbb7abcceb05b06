using System.Reflection;

namespace OrgTrail.Help;

/// <summary>Attributes as they stand in metadata.</summary>
internal static class AttributeMetadata
{
    /// <summary>The attributes of a name.</summary>
    internal static IEnumerable<CustomAttributeData> Attributes(this MemberInfo member, string name) =>
        member.GetCustomAttributesData().Where(attribute => attribute.AttributeType.Name == name);

    /// <summary>The first attribute of a name.</summary>
    internal static CustomAttributeData? Attribute(this MemberInfo member, string name) => member.Attributes(name).FirstOrDefault();

    /// <summary>The value of a named argument; <see langword="null"/> when it is not set.</summary>
    internal static object? Named(this CustomAttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.MemberName == name).TypedValue.Value;

    /// <summary>Whether a named argument is set to true.</summary>
    internal static bool Is(this CustomAttributeData attribute, string name) => attribute.Named(name) is true;

    /// <summary>The strings of an attribute that takes nothing but a list of strings.</summary>
    internal static IEnumerable<string> Strings(this CustomAttributeData attribute) => attribute.ConstructorArguments
        .SelectMany(argument => argument.Value is IEnumerable<CustomAttributeTypedArgument> list ? list : [argument])
        .Select(argument => (string)argument.Value!);
}
