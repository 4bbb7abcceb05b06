using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OrgTrail.Problems.Redaction;

namespace OrgTrail.Core.Tests.Problems.Redaction;

public sealed class KnownSecretsTests
{
    private const string Key = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private const string Token = "IQoJb3JpZ2luX2VjEJr//////////wEaCXVzLWVhc3QtMSJHMEUCIQDrkZ7xXxX0+Aq4r7dVtbw3m8LuPZyqvN1fTk2cG5hSj6oQ9eWmXaYiKsBpDlRgUz==";
    private const string Password = "Grüße&<'\"\\/ %41+x";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly KnownSecrets _known = new();

    public static TheoryData<string, string> Forms()
    {
        var forms = new TheoryData<string, string>();
        foreach (var secret in new[] { Key, Token, Password })
        {
            foreach (var (name, write) in Writers())
                forms.Add(name, write(secret));
        }

        return forms;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_secret_is_hidden_however_it_is_written(string form, string written)
    {
        Know(Key, Token, Password);

        // Padding may be left, and the last character of base64, which tells at most four bits.
        Assert.Matches($@"^{form} before \*\*\*\w?((\s|\u00AD|\\[rn])*(=|%(25)?3[Dd]|&#61;|&#x3D;|\\+u003D))* behind\.$", Hide($"{form} before {written} behind."));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_secret_within_base64_is_hidden_whatever_stands_before_it(int before)
    {
        Know("tr0ub4dor&3");
        var header = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('u', before + 3) + ":tr0ub4dor&3"));

        var shown = Hide($"Proxy-Authorization: Basic {header}");

        Assert.Contains("***", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(header[^8..], shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_a_long_secret_is_hidden_when_it_is_no_accident()
    {
        Know(Key);

        Assert.Equal("cut: ***", Hide($"cut: {Key[..20]}"));
        Assert.Equal("| ***\n| ***", Hide($"| {Key[..20]}\n| {Key[20..]}"));
        Assert.Equal($"short: {Key[..10]}", Hide($"short: {Key[..10]}"));
    }

    [Theory]
    [InlineData("tr0ub4dor&3'/+x", "cut: tr0ub4dor&", "cut: ***")]
    [InlineData("tr0ub4dor&3'/+x", "cut: b4dor&3'/+x", "cut: ***")]
    [InlineData("administrator2024", "delegated administrator", "delegated administrator")]
    public void The_greater_part_of_a_short_secret_is_hidden_unless_it_is_a_word(string secret, string text, string shown)
    {
        Know(secret);

        Assert.Equal(shown, Hide(text));
    }

    [Fact]
    public void Every_part_of_sixteen_characters_is_found()
    {
        Know(Token);

        for (var start = 0; start + 18 < Token.Length - 2; start++)
            Assert.DoesNotContain(Token.Substring(start, 18), Hide($"part <{Token.Substring(start, 18)}>"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("test", "The test of the bucket test-bucket.")]
    [InlineData("secret", "The secret access key is no secret: secret.")]
    [InlineData("a", "A bucket and a trail.")]
    [InlineData("pw", "pw")]
    [InlineData("1234", "account 123456789012, port 1234")]
    public void A_short_secret_does_not_blank_out_the_words_of_every_day(string secret, string text)
    {
        Know(secret);

        Assert.Equal(text, Hide(text));
    }

    [Theory]
    [InlineData("s3cr3t", "password is s3cr3t.", "password is ***.")]
    [InlineData("s3cr3t", "u:s3cr3t@host", "u:***@host")]
    [InlineData("s3cr3t", "as3cr3tb", "as3cr3tb")]
    public void A_short_secret_that_is_no_word_is_hidden_where_it_stands_alone(string secret, string text, string shown)
    {
        Know(secret);

        Assert.Equal(shown, Hide(text));
    }

    [Theory]
    [InlineData("a1b2%41\\n&amp;")]
    [InlineData("%\\&\uFFFD")]
    [InlineData("a1b2 ")]
    [InlineData("aaaaaaaa")]
    [InlineData("AAAAAAAA%25AAAAAAA")]
    public void A_hostile_text_costs_no_more_than_it_is_long(string repeated)
    {
        var secrets = new KnownSecrets();
        foreach (var secret in new[] { "a1b2", "&%41", new string('a', 1024), Convert.ToBase64String(new byte[2048]) }) secrets.Add(secret);
        var text = string.Concat(Enumerable.Repeat(repeated, 64 * 1024 / repeated.Length));

        var clock = Stopwatch.StartNew();
        secrets.Hide(text, "***", []);

        // In proportion to its square it took minutes.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }

    [Fact]
    public void Text_without_secrets_stays_as_it_is()
    {
        Know(Key, Token, Password);
        const string text = "User: arn:aws:iam::111111111111:user/alice is not authorized (100% sure) \\u0041 &amp; %2F \n\t'quoted'";

        Assert.Equal(text, Hide(text));
    }

    [Fact]
    public void Only_so_many_are_kept_and_the_latest_are()
    {
        var secrets = Enumerable.Range(0, 520).Select(n => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData([(byte)n, (byte)(n >> 8)]))).ToArray();
        Know(secrets);

        Assert.Equal($"{secrets[0]} ***", Hide($"{secrets[0]} {secrets[^1]}"));
    }

    private static IEnumerable<(string, Func<string, string>)> Writers() =>
    [
        ("plain", s => s),
        ("quoted", s => $"'{s.Replace("'", "''", StringComparison.Ordinal)}'".Trim('\'')),
        ("upper", s => s.ToUpperInvariant()),
        ("url", Uri.EscapeDataString),
        ("url lower", s => System.Text.RegularExpressions.Regex.Replace(Uri.EscapeDataString(s), "%[0-9A-F]{2}", match => match.Value.ToLowerInvariant())),
        ("url twice", s => Uri.EscapeDataString(Uri.EscapeDataString(s))),
        ("json", s => JsonSerializer.Serialize(s).Trim('"')),
        ("json relaxed", s => JsonSerializer.Serialize(s, Relaxed).Trim('"')),
        ("json twice", s => JsonSerializer.Serialize(JsonSerializer.Serialize(s).Trim('"')).Trim('"')),
        ("json slashes", s => JsonSerializer.Serialize(s).Trim('"').Replace("/", "\\/", StringComparison.Ordinal)),
        ("json of url", s => JsonSerializer.Serialize(Uri.EscapeDataString(s)).Trim('"')),
        ("xml", s => System.Security.SecurityElement.Escape(s)),
        ("xml numbers", s => string.Concat(s.Select(c => $"&#{(int)c};"))),
        ("xml hex", s => string.Concat(s.Select(c => $"&#x{(int)c:X};"))),
        ("xml of json", s => System.Security.SecurityElement.Escape(JsonSerializer.Serialize(s).Trim('"'))),
        ("wrapped", s => Wrapped(s, "\n")),
        ("wrapped and indented", s => Wrapped(s, "\r\n      ")),
        ("wrapped in json", s => JsonSerializer.Serialize(Wrapped(s, "\r\n")).Trim('"')),
        ("folded header", s => Wrapped(s, "\r\n\t")),
        ("soft hyphens", s => Wrapped(s, "\u00AD")),
        ("spaced", s => string.Join(' ', s.AsEnumerable()).Trim()),
        ("base64", s => Convert.ToBase64String(Encoding.UTF8.GetBytes(s))),
        ("base64url", s => Url(Convert.ToBase64String(Encoding.UTF8.GetBytes(s)))),
        ("base64 wrapped", s => Wrapped(Convert.ToBase64String(Encoding.UTF8.GetBytes(s)), "\n")),
        ("base64 in url", s => Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(s)))),
        ("written base64url", s => s.Contains(' ', StringComparison.Ordinal) ? s : Url(s)),
        ("hex", s => Convert.ToHexString(Encoding.UTF8.GetBytes(s))),
    ];

    private static string Url(string base64) => base64.TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Wrapped(string text, string ending) => string.Join(ending, text.Chunk(7).Select(line => new string(line)));

    private void Know(params string[] secrets)
    {
        foreach (var secret in secrets) _known.Add(secret);
    }

    private string Hide(string text) => _known.Hide(text, "***", []);
}
