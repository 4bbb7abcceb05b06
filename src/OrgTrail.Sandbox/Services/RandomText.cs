namespace OrgTrail.Sandbox.Services;

/// <summary>Ids as AWS makes them up, from the sandbox's own source of randomness.</summary>
internal static class RandomText
{
    public const string Digits = "0123456789";
    public const string LowerCase = "abcdefghijklmnopqrstuvwxyz0123456789";
    public const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    public const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    public static string Next(Random random, string alphabet, int length) =>
        string.Create(length, (random, alphabet), static (text, source) =>
        {
            for (var index = 0; index < text.Length; index++)
                text[index] = source.alphabet[source.random.Next(source.alphabet.Length)];
        });
}
