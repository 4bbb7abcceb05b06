using System.Globalization;

namespace OrgTrail.Sandbox.Storage;

/// <summary>Version ids as clients see them: 32 characters that tell nothing.</summary>
internal static class VersionText
{
    /// <summary>The id of a version that was written while the bucket was not versioned (Amazon S3 user guide, "Working with objects in a versioning-suspended bucket").</summary>
    public const string Null = "null";

    private const int Length = 32;

    public static string Of(long number) => number == 0
        ? Null
        : string.Create(CultureInfo.InvariantCulture, $"{Scrambled((ulong)number):x16}{Scrambled((ulong)number ^ ulong.MaxValue):x16}");

    /// <summary>Whether a text could be an id at all.</summary>
    public static bool IsPossible(string text) =>
        text == Null || (text.Length == Length && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_'));

    // The finalizer of SplitMix64: no two numbers have the same text.
    private static ulong Scrambled(ulong number)
    {
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }
}
