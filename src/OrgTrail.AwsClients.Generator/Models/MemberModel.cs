using System.Text.RegularExpressions;

namespace OrgTrail.AwsClients.Generator.Models;

/// <summary>A member of a request, a response or a structure.</summary>
/// <param name="WireName">Its name on the wire.</param>
/// <param name="Type">What it holds, or what its items are.</param>
/// <param name="Collection">Whether it is one of them or many.</param>
/// <param name="IsRequired">Whether an answer without it is none.</param>
/// <param name="Obsolete">What to use in its place; <see langword="null"/> when it is in use.</param>
internal sealed partial record MemberModel(string WireName, string Type, Collection Collection, bool IsRequired, string? Obsolete)
{
    /// <summary>The property: AWS's SDKs begin it with a capital letter.</summary>
    public string Name => char.ToUpperInvariant(WireName[0]) + WireName[1..];

    /// <summary>
    /// Reads <c>type</c>, <c>type[]</c> (a list) or <c>type{}</c> (a map from text), with <c>!</c> where an answer must
    /// have the member and <c>obsolete: …</c> where it is no longer in use.
    /// </summary>
    /// <returns><see langword="null"/> when the text is of another form.</returns>
    public static MemberModel? Parse(string wireName, string text) => Form().Match(text) is { Success: true } match
        ? new(
            wireName,
            match.Groups["type"].Value,
            match.Groups["many"].Value switch { "[]" => Collection.List, "{}" => Collection.Map, _ => Collection.None },
            match.Groups["required"].Success,
            match.Groups["obsolete"].Success ? match.Groups["obsolete"].Value : null)
        : null;

    [GeneratedRegex("^(?<type>[A-Za-z][A-Za-z0-9]*)(?<many>\\[\\]|\\{\\})?(?<required>!)?( obsolete: (?<obsolete>.+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
