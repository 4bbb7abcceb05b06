using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Evaluation;

/// <summary>IAM user guide, "IAM policy elements: Variables and tags".</summary>
public sealed class PatternReaderTests
{
    private static readonly RequestContext Context = RequestContext.Empty
        .With("aws:SourceAccount", ContextValue.Known("111111111111"))
        .With("aws:star", ContextValue.Known("a*b"))
        .With("aws:PrincipalTag/", ContextValue.Absent)
        .With("aws:userid", ContextValue.Withheld)
        .With("aws:CurrentTime", ContextValue.Unknown);

    [Theory]
    [InlineData("x-${aws:SourceAccount}", "x-111111111111", Truth.True)]
    [InlineData("x-${AWS:sourceaccount}-y", "x-111111111111-y", Truth.True)]
    [InlineData("x-${aws:SourceAccount}", "x-222222222222", Truth.False)]
    [InlineData("${aws:PrincipalTag/team}", "", Truth.False)]
    [InlineData("b-${aws:PrincipalTag/team, 'company-wide'}", "b-company-wide", Truth.True)]
    [InlineData("${aws:SourceAccount, 'none'}", "111111111111", Truth.True)]
    [InlineData("${aws:star}", "a*b", Truth.True)]
    [InlineData("${aws:star}", "axb", Truth.False)]
    [InlineData("${*}${?}${$}", "*?$", Truth.True)]
    [InlineData("a${*}", "ab", Truth.False)]
    [InlineData("a*${?}", "abc?", Truth.True)]
    [InlineData("home/${aws:userid}/*", "home/AIDA/x", Truth.False)]
    [InlineData("home-${aws:userid, 'nobody'}", "home-nobody", Truth.Uncertain)]
    [InlineData("t-${aws:CurrentTime}", "t-2020", Truth.Uncertain)]
    [InlineData("t-${aws:CurrentTime}", "u-2020", Truth.False)]
    [InlineData("${aws:unheard-of}", "x", Truth.Uncertain)]
    [InlineData("${unclosed", "${unclosed", Truth.True)]
    public void Variables_stand_for_the_values_of_the_request(string pattern, string text, object expected) =>
        Assert.Equal((Truth)expected, new PatternReader(Context, knowsVariables: true).Read(pattern, wildcards: true).Match(text));

    [Theory]
    [InlineData("${aws:SourceAccount}", "${aws:SourceAccount}", Truth.True)]
    [InlineData("${aws:SourceAccount}", "111111111111", Truth.False)]
    [InlineData("${*}", "${anything}", Truth.True)]
    public void Before_version_2012_10_17_they_are_plain_text(string pattern, string text, object expected) =>
        Assert.Equal((Truth)expected, new PatternReader(Context, knowsVariables: false).Read(pattern, wildcards: true).Match(text));

    [Fact]
    public void A_variable_without_a_value_satisfies_a_negated_comparison() =>
        Assert.Equal(Truth.True, new ConditionEvaluator(Context, new PatternReader(Context, knowsVariables: true))
            .Evaluate(new Condition("StringNotEquals", "aws:SourceAccount", ["${aws:PrincipalTag/team}"])).Holds);
}
