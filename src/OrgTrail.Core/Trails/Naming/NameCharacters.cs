namespace OrgTrail.Trails;

/// <summary>What the rules for names ask of single characters and their neighbours.</summary>
internal static class NameCharacters
{
    /// <summary>The first character for which <paramref name="allowed"/> does not hold, in words; <see langword="null"/> when there is none.</summary>
    internal static string? Forbidden(string value, Func<char, bool> allowed)
    {
        foreach (var c in value)
        {
            if (!allowed(c))
            {
                return Describe(c);
            }
        }

        return null;
    }

    /// <summary>Whether a character that fulfils <paramref name="kind"/> follows another that does.</summary>
    internal static bool HasTwoAdjacent(string value, Func<char, bool> kind)
    {
        for (var i = 1; i < value.Length; i++)
        {
            if (kind(value[i - 1]) && kind(value[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the text has the form of an IPv4 address, whatever its numbers.</summary>
    internal static bool LooksLikeIPv4(string value)
    {
        var parts = value.Split('.');
        return parts.Length == 4 && parts.All(part => part.Length is >= 1 and <= 3 && part.All(char.IsAsciiDigit));
    }

    private static string Describe(char c) => c switch
    {
        ' ' => "a blank",
        < ' ' or '\u007f' => $"the control character U+{(int)c:X4}",
        _ => $"the character '{c}'",
    };
}
