using OrgTrail.Completion;

namespace OrgTrail.Tests.Completion;

public sealed class CandidatesTests
{
    private static readonly Candidate[] Trails = [new("acme-audit", "1"), new("other", "2"), new("Acme", "3"), new("acme-audit", "4")];

    [Theory]
    [InlineData("", "Acme|acme-audit|other")]
    [InlineData("acme", "Acme|acme-audit")]
    [InlineData("ACME-", "acme-audit")]
    [InlineData("'oth", "other")]
    [InlineData("\"oth\"", "other")]
    [InlineData("x", "")]
    public void A_word_means_what_starts_with_it(string word, string expected) =>
        Assert.Equal(expected, string.Join('|', Trails.Match(word).Select(candidate => candidate.Text)));

    [Theory]
    [InlineData("eu-central-1", "eu-central-1")]
    [InlineData("my profile", "'my profile'")]
    [InlineData("o'brien", "'o''brien'")]
    [InlineData("a$b", "'a$b'")]
    public void What_PowerShell_would_misread_is_quoted(string text, string quoted) =>
        Assert.Equal(quoted, new Candidate(text, "").Quoted);
}
