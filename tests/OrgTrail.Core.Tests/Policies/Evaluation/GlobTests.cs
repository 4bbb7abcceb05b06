using System.Text.RegularExpressions;
using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Evaluation;

public sealed class GlobTests
{
    private static readonly string[] Letters = ["", "a", "b", "ab", "aaa", "bba"];
    private static readonly SymbolicText Account = SymbolicText.Exactly(3, "account", char.IsAsciiDigit);
    private static readonly SymbolicText Word = SymbolicText.Hole("word", char.IsAsciiLetterLower, minimum: 1);

    [Theory]
    [InlineData("", "", true)]
    [InlineData("*", "", true)]
    [InlineData("?", "", false)]
    [InlineData("a*c", "abbbc", true)]
    [InlineData("a*c", "abbb", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("**a**", "bab", true)]
    [InlineData("*.json", "x/y/z.json", true)]
    [InlineData("A", "a", false)]
    public void A_known_text_matches_or_not(string pattern, string text, bool matches) =>
        Assert.Equal(matches ? Truth.True : Truth.False, Glob.Parse(pattern).Match(text));

    [Fact]
    public void Case_is_ignored_where_it_should_be() =>
        Assert.Equal(Truth.True, Glob.Parse("S3:put*", ignoreCase: true).Match("s3:PutObject"));

    [Theory]
    [InlineData("logs/*", Truth.True)]
    [InlineData("logs/*/x/*", Truth.True)]
    [InlineData("logs/???/x/*", Truth.True)]
    [InlineData("logs/??/x/*", Truth.False)]
    [InlineData("logs/123/*", Truth.Uncertain)]
    [InlineData("logs/1*", Truth.Uncertain)]
    [InlineData("logs/abc/*", Truth.False)]
    [InlineData("logs/*/x/y", Truth.Uncertain)]
    [InlineData("logs/*/x/?", Truth.Uncertain)]
    [InlineData("logs/*/x/1", Truth.False)]
    [InlineData("other/*", Truth.False)]
    [InlineData("*", Truth.True)]
    public void A_text_with_holes_matches_for_all_for_some_or_for_none(string pattern, object expected)
    {
        var text = "logs/" + Account + "/x/" + Word;
        Assert.Equal((Truth)expected, Glob.Parse(pattern).Match(text));
        Assert.Equal("logs/<account>/x/<word>", text.ToString());
    }

    [Theory]
    [InlineData("*", Truth.True)]
    [InlineData("?*", Truth.True)]
    [InlineData("x", Truth.False)]
    [InlineData("x*", Truth.False)]
    public void Only_wildcards_match_a_foreign_value(string pattern, object expected) =>
        Assert.Equal((Truth)expected, Glob.Parse(pattern).Match(SymbolicText.Foreign));

    [Fact]
    public void On_known_texts_a_pattern_agrees_with_the_regular_expression_of_the_same_meaning()
    {
        var random = new Random(20260101);
        string Text(string alphabet) => new([.. Enumerable.Range(0, random.Next(9)).Select(_ => alphabet[random.Next(alphabet.Length)])]);

        for (var i = 0; i < 5000; i++)
        {
            var (pattern, text) = (Text("ab*?"), Text("ab"));
            var regex = $@"\A{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal)}\z";
            Assert.True(Regex.IsMatch(text, regex) == (Glob.Parse(pattern).Match(text) == Truth.True), $"'{pattern}' against '{text}'");
        }
    }

    [Fact]
    public void On_texts_with_holes_a_pattern_says_what_it_says_of_each_filling()
    {
        var random = new Random(20260102);
        for (var i = 0; i < 2000; i++)
        {
            var pattern = Glob.Parse(new string([.. Enumerable.Range(0, random.Next(6)).Select(_ => "a1*?"[random.Next(4)])]));
            var symbolic = "a" + SymbolicText.Exactly(1, "digit", c => c is '1' or '2') + SymbolicText.Hole("letters", c => c is 'a' or 'b');
            var fillings = from digit in "12" from letters in Letters select pattern.Match($"a{digit}{letters}");
            var verdict = pattern.Match(symbolic);

            Assert.True(verdict != Truth.True || fillings.All(match => match == Truth.True));
            Assert.True(verdict != Truth.False || fillings.All(match => match == Truth.False));
        }
    }
}
