namespace OrgTrail.Problems;

/// <summary>Text for a person to read: without secrets, and without characters that do something to the terminal instead of standing in it.</summary>
internal static class ShownText
{
    /// <summary>The text as it may be shown.</summary>
    public static string Of(string text) => Printable(Secrets.Mask(text));

    private static string Printable(string text) =>
        text.Any(IsCommand) ? string.Concat(text.Select(character => IsCommand(character) ? '\uFFFD' : character)) : text;

    // Escape sequences can rewrite what stands on the screen; marks of direction make a text read otherwise than it is.
    private static bool IsCommand(char character) =>
        (char.IsControl(character) && character is not ('\n' or '\r' or '\t'))
        || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
