using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Evaluation;

/// <summary>The tables of the IAM user guide, "IAM JSON policy elements: Condition operators", and more of their kind.</summary>
public sealed class ConditionEvaluatorTests
{
    // Of a key that is present with the value(s) in the second column; several are separated by |.
    [Theory]
    [InlineData("StringEquals", "a", "a", true)]
    [InlineData("StringEquals", "a", "A", false)]
    [InlineData("StringEquals", "a", "x|a", true)]
    [InlineData("StringEquals", "abc", "a*", false)]
    [InlineData("StringEquals", "a*", "a*", true)]
    [InlineData("stringequals", "a", "a", true)]
    [InlineData("StringNotEquals", "a", "a", false)]
    [InlineData("StringNotEquals", "a", "b", true)]
    [InlineData("StringNotEquals", "a", "b|a", false)]
    [InlineData("StringEqualsIgnoreCase", "Abc", "aBC", true)]
    [InlineData("StringNotEqualsIgnoreCase", "Abc", "aBC", false)]
    [InlineData("StringLike", "prod-1", "prod-*", true)]
    [InlineData("StringLike", "prod-1", "Prod-*", false)]
    [InlineData("StringLike", "prod-1", "prod-??", false)]
    [InlineData("StringNotLike", "prod-1", "prod-*", false)]
    [InlineData("StringNotLike", "prod-1", "test-*|dev-*", true)]
    [InlineData("NumericEquals", "10", "10.0", true)]
    [InlineData("NumericNotEquals", "10", "11", true)]
    [InlineData("NumericLessThan", "1.1", "1.2", true)]
    [InlineData("NumericLessThan", "1.2", "1.2", false)]
    [InlineData("NumericLessThanEquals", "10", "10", true)]
    [InlineData("NumericGreaterThan", "10", "9", true)]
    [InlineData("NumericGreaterThanEquals", "10", "11", false)]
    [InlineData("DateEquals", "2020-01-01T00:00:00Z", "1577836800", true)]
    [InlineData("DateEquals", "2020-01-01T01:00:00+01:00", "2020", true)]
    [InlineData("DateNotEquals", "2020-01-01", "2020-01-02", true)]
    [InlineData("DateLessThan", "2019-12-31T23:59:59.999Z", "2020-01-01T00:00:00Z", true)]
    [InlineData("DateLessThanEquals", "2020-01", "2020-01-01", true)]
    [InlineData("DateGreaterThan", "2020-01-01T00:00Z", "2020-01-01T00:00:01Z", false)]
    [InlineData("DateGreaterThanEquals", "1577836800", "2020-01-01", true)]
    [InlineData("Bool", "true", "true", true)]
    [InlineData("Bool", "true", "True", true)]
    [InlineData("Bool", "true", "false", false)]
    [InlineData("Bool", "false", "true|false", true)]
    [InlineData("BinaryEquals", "QmluYXJ5VmFsdWVJbkJhc2U2NA==", "QmluYXJ5VmFsdWVJbkJhc2U2NA==", true)]
    [InlineData("BinaryEquals", "ASIAIOSFODNN7EXAMPLE", "QmluYXJ5VmFsdWVJbkJhc2U2NA==", false)]
    [InlineData("IpAddress", "203.0.113.1", "203.0.113.0/24", true)]
    [InlineData("IpAddress", "198.51.100.1", "203.0.113.0/24", false)]
    [InlineData("IpAddress", "203.0.113.1", "203.0.113.1", true)]
    [InlineData("IpAddress", "2001:db8:1234:5678::1", "203.0.113.0/24|2001:DB8:1234:5678::/64", true)]
    [InlineData("IpAddress", "2001:db8:1234:5679::1", "2001:DB8:1234:5678::/64", false)]
    [InlineData("IpAddress", "203.0.113.7", "203.0.113.99/28", false)]
    [InlineData("NotIpAddress", "203.0.113.1", "203.0.113.0/24", false)]
    [InlineData("NotIpAddress", "198.51.100.1", "203.0.113.0/24|192.0.2.0/24", true)]
    [InlineData("ArnEquals", "arn:aws:sns:us-west-2:123456789012:TOPIC-ID", "arn:aws:sns:us-west-2:123456789012:TOPIC-ID", true)]
    [InlineData("ArnEquals", "arn:aws:sns:us-west-2:777788889999:TOPIC-ID", "arn:aws:sns:us-west-2:123456789012:TOPIC-ID", false)]
    [InlineData("ArnEquals", "arn:aws:sns:us-west-2:777788889999:TOPIC-ID", "arn:aws:sns:*:777788889999:*", true)]
    [InlineData("ArnLike", "arn:aws:cloudtrail:us-east-1:1:trail/x", "arn:aws:cloudtrail:*:1:trail/*", true)]
    [InlineData("ArnLike", "arn:aws:cloudtrail:us-east-1:1:trail/x", "arn:aws:cloudtrail:*:trail/x:*:*", false)]
    [InlineData("ArnLike", "arn:aws:logs:r:1:log-group:g:stream", "arn:aws:logs:r:1:log-group:*", true)]
    [InlineData("ArnNotEquals", "arn:aws:sns:r:1:a", "arn:aws:sns:r:1:a", false)]
    [InlineData("ArnNotLike", "arn:aws:sns:r:1:a", "arn:aws:sns:r:2:*", true)]
    [InlineData("Null", "a", "true", false)]
    [InlineData("Null", "a", "false", true)]
    [InlineData("StringEqualsIfExists", "a", "b", false)]
    [InlineData("StringLikeIfExists", "t1.micro", "t1.*|t2.*|m3.*", true)]
    [InlineData("StringLikeIfExists", "m2.micro", "t1.*|t2.*|m3.*", false)]
    [InlineData("StringNotEqualsIfExists", "a", "a", false)]
    [InlineData("BoolIfExists", "true", "false", false)]
    public void A_condition_on_a_value_is_decided(string @operator, string actual, string wanted, bool holds) =>
        Assert.Equal(Truths.Of(holds), Holds(@operator, ContextValue.Known(actual), wanted));

    [Theory]
    [InlineData("StringEquals", "a", Truth.False)]
    [InlineData("StringLike", "*", Truth.False)]
    [InlineData("StringNotEquals", "a", Truth.True)]
    [InlineData("StringNotLike", "*", Truth.True)]
    [InlineData("StringNotEqualsIgnoreCase", "a", Truth.True)]
    [InlineData("NumericLessThan", "5", Truth.False)]
    [InlineData("NumericNotEquals", "5", Truth.True)]
    [InlineData("DateNotEquals", "2020", Truth.True)]
    [InlineData("DateGreaterThan", "2020", Truth.False)]
    [InlineData("Bool", "false", Truth.False)]
    [InlineData("BinaryEquals", "eA==", Truth.False)]
    [InlineData("IpAddress", "0.0.0.0/0", Truth.False)]
    [InlineData("NotIpAddress", "203.0.113.0/24", Truth.True)]
    [InlineData("ArnLike", "arn:aws:iam::1:role/*", Truth.False)]
    [InlineData("ArnNotEquals", "arn:aws:iam::1:role/x", Truth.True)]
    [InlineData("ArnNotLike", "arn:aws:iam::1:role/*", Truth.True)]
    [InlineData("StringEqualsIfExists", "a", Truth.True)]
    [InlineData("StringNotEqualsIfExists", "a", Truth.True)]
    [InlineData("BoolIfExists", "false", Truth.True)]
    [InlineData("IpAddressIfExists", "203.0.113.0/24", Truth.True)]
    [InlineData("Null", "true", Truth.True)]
    [InlineData("Null", "false", Truth.False)]
    [InlineData("ForAnyValue:StringEquals", "a", Truth.False)]
    [InlineData("ForAnyValue:StringNotEquals", "a", Truth.False)]
    [InlineData("ForAnyValue:StringEqualsIfExists", "a", Truth.True)]
    [InlineData("ForAllValues:StringEquals", "a", Truth.True)]
    [InlineData("ForAllValues:StringNotLike", "a", Truth.Uncertain)]
    [InlineData("ForAllValues:StringNotLikeIfExists", "a", Truth.True)]
    public void A_condition_on_an_absent_key_is_decided_by_its_operator(string @operator, string wanted, object holds) =>
        Assert.Equal((Truth)holds, Holds(@operator, ContextValue.Absent, wanted));

    [Theory]
    [InlineData("ForAllValues:StringEquals", "environment", "environment|cost-center", true)]
    [InlineData("ForAllValues:StringEquals", "environment|cost-center", "environment|cost-center", true)]
    [InlineData("ForAllValues:StringEquals", "environment|dept", "environment|cost-center", false)]
    [InlineData("ForAnyValue:StringEquals", "environment|dept", "environment|cost-center", true)]
    [InlineData("ForAnyValue:StringEquals", "dept", "environment|cost-center", false)]
    [InlineData("ForAllValues:StringNotEquals", "a|b", "c", true)]
    [InlineData("ForAllValues:StringNotEquals", "a|b", "b", false)]
    [InlineData("ForAnyValue:StringNotEquals", "a|b", "b", true)]
    [InlineData("ForAnyValue:StringNotEquals", "b", "b", false)]
    [InlineData("ForAnyValue:StringLike", "o-1/r-1/|o-1/r-1/ou-1/", "o-1/*/ou-*", true)]
    [InlineData("forallvalues:stringlikeifexists", "o-1/r-1/", "o-1/*", true)]
    [InlineData("ForAllValues:ArnLike", "arn:aws:cloudfront::1:distribution/a|arn:aws:cloudfront::1:distribution/b", "arn:aws:cloudfront::1:distribution/*", true)]
    [InlineData("ForAnyValue:Bool", "true|false", "false", true)]
    [InlineData("ForAllValues:Bool", "true|false", "false", false)]
    public void A_condition_on_a_multivalued_key_is_decided_by_its_qualifier(string @operator, string actual, string wanted, bool holds) =>
        Assert.Equal(Truths.Of(holds), Holds(@operator, Values(actual), wanted));

    [Fact]
    public void A_multivalued_key_without_a_qualifier_is_uncertain() =>
        Assert.Equal(Truth.Uncertain, Holds("StringEquals", Values("a"), "a"));

    [Theory]
    [InlineData("StringEquals", "a", Truth.Uncertain)]
    [InlineData("StringNotEquals", "a", Truth.Uncertain)]
    [InlineData("StringLike", "*", Truth.True)]
    [InlineData("DateLessThan", "2020", Truth.Uncertain)]
    [InlineData("Null", "true", Truth.False)]
    [InlineData("StringEqualsIfExists", "a", Truth.Uncertain)]
    public void A_condition_on_an_unknown_value_is_uncertain_unless_it_comes_out_the_same_for_all(string @operator, string wanted, object holds) =>
        Assert.Equal((Truth)holds, Holds(@operator, ContextValue.Unknown, wanted));

    [Theory]
    [InlineData("StringEquals", "vpc-1", Truth.False)]
    [InlineData("StringNotEquals", "vpc-1", Truth.True)]
    [InlineData("StringNotEqualsIfExists", "vpc-1", Truth.True)]
    [InlineData("StringEqualsIfExists", "vpc-1", Truth.Uncertain)]
    [InlineData("StringLike", "vpc-*", Truth.False)]
    [InlineData("StringLike", "*", Truth.Uncertain)]
    [InlineData("NotIpAddress", "203.0.113.0/24", Truth.True)]
    [InlineData("IpAddress", "203.0.113.0/24", Truth.False)]
    [InlineData("IpAddress", "0.0.0.0/0", Truth.Uncertain)]
    [InlineData("ArnNotLike", "arn:aws:iam::111111111111:role/*", Truth.True)]
    [InlineData("Null", "true", Truth.Uncertain)]
    public void A_condition_on_a_withheld_key_is_decided_when_absence_and_a_foreign_value_agree(string @operator, string wanted, object holds) =>
        Assert.Equal((Truth)holds, Holds(@operator, ContextValue.Withheld, wanted));

    [Theory]
    [InlineData("NumericLessThan", "1.2", Truth.False)]
    [InlineData("NumericLessThan", "1.3", Truth.Uncertain)]
    [InlineData("NumericGreaterThanEquals", "1.2", Truth.True)]
    public void A_condition_on_one_of_several_values_is_decided_when_they_agree(string @operator, string wanted, object holds) =>
        Assert.Equal((Truth)holds, Holds(@operator, ContextValue.OneOf("1.2", "1.3"), wanted));

    [Theory]
    [InlineData("StringEqual", "a")]
    [InlineData("NullIfExists", "true")]
    [InlineData("ForAnyValue:Null", "true")]
    [InlineData("ForSomeValues:StringEquals", "a")]
    [InlineData("NumericEquals", "ten")]
    [InlineData("Bool", "maybe")]
    [InlineData("IpAddress", "203.0.113")]
    [InlineData("IpAddress", "203.0.113.0/33")]
    [InlineData("ArnLike", "*")]
    public void What_IAM_does_not_document_is_uncertain(string @operator, string wanted) =>
        Assert.Equal(Truth.Uncertain, Holds(@operator, ContextValue.Known(@operator == "ArnLike" ? "arn:aws:sns:r:1:a" : "a"), wanted));

    [Fact]
    public void Keys_are_not_case_sensitive_and_tag_keys_belong_to_their_family()
    {
        var context = RequestContext.Empty.With("aws:SourceArn", ContextValue.Known("x")).With("aws:PrincipalTag/", ContextValue.Absent);
        Assert.Equal(Truth.True, Holds(context, new Condition("StringEquals", "AWS:sourcearn", ["x"])));
        Assert.Equal(Truth.True, Holds(context, new Condition("Null", "aws:principaltag/Team", ["true"])));
        Assert.Equal(Truth.Uncertain, Holds(context, new Condition("Null", "s3:new-key", ["true"])));
    }

    private static Truth Holds(string @operator, ContextValue actual, string wanted) =>
        Holds(RequestContext.Empty.With("aws:key", actual), new Condition(@operator, "aws:key", wanted.Split('|')));

    private static Truth Holds(RequestContext context, Condition condition) =>
        new ConditionEvaluator(context, new PatternReader(context, knowsVariables: true)).Evaluate(condition).Holds;

    private static ContextValue Values(string text) => ContextValue.List("", [.. text.Split('|').Select(value => (SymbolicText)value)]);
}
