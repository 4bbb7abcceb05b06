using System.Text;

namespace OrgTrail.Problems.Redaction;

/// <summary>What a secret looks like in the words of others: as it is, in base64 and in hexadecimal. Escapes are not forms: <see cref="TextReading"/> takes them back.</summary>
internal static class SecretForms
{
    /// <summary>The forms, folded.</summary>
    public static IEnumerable<string> Of(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        string[] forms = [Folding.Of(secret), .. Base64(bytes), Folding.Of(Convert.ToHexString(bytes))];
        return forms.Where(form => form.Length >= SecretIndex.Shortest).Distinct(StringComparer.Ordinal);
    }

    /// <summary>
    /// The part of base64 text that depends on the secret alone, whatever stands before and behind it: what stands before
    /// shifts it by none, one or two bytes.
    /// </summary>
    private static IEnumerable<string> Base64(byte[] secret)
    {
        for (var shift = 0; shift < 3; shift++)
        {
            var text = Convert.ToBase64String([.. new byte[shift], .. secret]);
            var first = ((shift * 8) + 5) / 6;
            var last = (shift + secret.Length) * 8 / 6;
            yield return Folding.Of(text[first..last]);
        }
    }
}
