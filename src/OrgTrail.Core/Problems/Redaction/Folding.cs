using System.Globalization;

namespace OrgTrail.Problems.Redaction;

/// <summary>
/// What is left of a text when all goes that changes on its way through mails, logs and headers: breaks and blanks, quotation
/// marks and what escapes them, padding, case, and the two characters in which base64url differs from base64.
/// </summary>
internal static class Folding
{
    /// <summary>The folded text.</summary>
    public static string Of(string text) => string.Concat(text.Where(IsKept).Select(Of));

    /// <summary>The folded reading; every character keeps its place.</summary>
    public static Spelled[] Of(Spelled[] reading) =>
        [.. reading.Where(spelled => IsKept(spelled.Character)).Select(spelled => spelled with { Character = Of(spelled.Character) })];

    private static char Of(char character) => character switch
    {
        '-' => '+',
        '_' => '/',
        _ => char.ToLowerInvariant(character),
    };

    private static bool IsKept(char character) =>
        character is not ('=' or '"' or '\'' or '`' or '\\')
        && !char.IsWhiteSpace(character) && !char.IsControl(character)
        && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Format;
}
