using System.Globalization;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services;

/// <summary>Reads the parameters of the query protocol.</summary>
internal static class QueryParameters
{
    /// <summary>A parameter that must be there.</summary>
    /// <param name="input">The parameters.</param>
    /// <param name="name">Its name.</param>
    /// <param name="code">The error code of the service for one that is missing.</param>
    public static string Required(this IReadOnlyDictionary<string, string> input, string name, string code = "ValidationError") =>
        input.GetValueOrDefault(name) is { Length: > 0 } text ? text : throw new AwsErrorException(
            code, $"1 validation error detected: Value null at '{CamelCase(name)}' failed to satisfy constraint: Member must not be null");

    /// <summary>A number within limits.</summary>
    public static int Number(this IReadOnlyDictionary<string, string> input, string name, int fallback, int least, int most)
    {
        if (input.GetValueOrDefault(name) is not { } text) return fallback;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new AwsErrorException(
                "ValidationError", $"1 validation error detected: Value '{text}' at '{CamelCase(name)}' failed to satisfy constraint: Member must have value between {least} and {most}");
    }

    /// <summary>The members of a list of texts, in their order.</summary>
    public static List<string> List(this IReadOnlyDictionary<string, string> input, string name)
    {
        var members = new List<string>();
        while (input.TryGetValue($"{name}.member.{members.Count + 1}", out var text)) members.Add(text);
        return members;
    }

    /// <summary>Pairs, for example tags (<c>Tags.member.1.Key</c>) or attributes (<c>Attributes.entry.1.key</c>).</summary>
    public static Dictionary<string, string> Pairs(
        this IReadOnlyDictionary<string, string> input, string name, string entry = "member", string key = "Key", string value = "Value")
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 1; input.TryGetValue($"{name}.{entry}.{index}.{key}", out var text); index++)
            pairs[text] = input.GetValueOrDefault($"{name}.{entry}.{index}.{value}") ?? "";
        return pairs;
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
