using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Evaluation;

public sealed class PolicyEvaluatorTests
{
    private const string Object = "arn:aws:s3:::b/k/x";

    private static readonly ServiceRequest Request = new(
        "cloudtrail.amazonaws.com", "s3:PutObject", Object, RequestContext.Empty.With("aws:SourceAccount", ContextValue.Known("111111111111")));

    [Theory]
    [InlineData("'Principal':'*'", Truth.True)]
    [InlineData("'Principal':{'AWS':'*'}", Truth.True)]
    [InlineData("'Principal':{'Service':'cloudtrail.amazonaws.com'}", Truth.True)]
    [InlineData("'Principal':{'Service':['config.amazonaws.com','cloudtrail.amazonaws.com']}", Truth.True)]
    [InlineData("'Principal':{'AWS':'111111111111','Service':'cloudtrail.amazonaws.com'}", Truth.True)]
    [InlineData("'Principal':{'Service':'config.amazonaws.com'}", Truth.False)]
    [InlineData("'Principal':{'Service':'cloudtrail.us-east-1.amazonaws.com'}", Truth.False)]
    [InlineData("'Principal':{'Service':'*'}", Truth.Uncertain)]
    [InlineData("'Principal':{'AWS':'arn:aws:iam::111111111111:root'}", Truth.False)]
    [InlineData("'Principal':{'AWS':'cloudtrail.amazonaws.com'}", Truth.False)]
    [InlineData("'Principal':{'CanonicalUser':'79a5'}", Truth.False)]
    [InlineData("'NotPrincipal':{'AWS':'111111111111'}", Truth.Uncertain)]
    public void An_Allow_means_its_principals(string principal, object expected) =>
        Assert.Equal((Truth)expected, Allowed($"{principal},'Action':'s3:PutObject','Resource':'{Object}'"));

    [Theory]
    [InlineData("'Principal':'*'", Truth.True)]
    [InlineData("'Principal':{'AWS':'*'}", Truth.True)]
    [InlineData("'NotPrincipal':{'AWS':'arn:aws:iam::111111111111:root'}", Truth.True)]
    [InlineData("'NotPrincipal':{'Service':'cloudtrail.amazonaws.com'}", Truth.False)]
    [InlineData("'NotPrincipal':'*'", Truth.False)]
    [InlineData("'Principal':{'AWS':'111111111111'}", Truth.False)]
    public void A_Deny_means_its_principals_or_all_but_them(string principal, object expected) =>
        Assert.Equal((Truth)expected, Decide($"{{'Effect':'Deny',{principal},'Action':'s3:*','Resource':'*'}}").Denied);

    [Theory]
    [InlineData("'Action':'s3:PutObject'", true)]
    [InlineData("'Action':'S3:putobject'", true)]
    [InlineData("'Action':'s3:Put*'", true)]
    [InlineData("'Action':'s3:PutObjec?'", true)]
    [InlineData("'Action':'*'", true)]
    [InlineData("'Action':['s3:GetObject','s3:PutObject']", true)]
    [InlineData("'Action':'s3:PutObjectAcl'", false)]
    [InlineData("'Action':'PutObject'", false)]
    [InlineData("'Action':'sns:*'", false)]
    [InlineData("'NotAction':'s3:Delete*'", true)]
    [InlineData("'NotAction':['s3:Put*','x:y']", false)]
    public void A_statement_means_its_actions(string action, bool expected) =>
        Assert.Equal(Truths.Of(expected), Allowed($"'Principal':'*',{action},'Resource':'{Object}'"));

    [Theory]
    [InlineData("'Resource':'arn:aws:s3:::b/k/x'", Truth.True)]
    [InlineData("'Resource':'arn:aws:s3:::b/K/x'", Truth.False)]
    [InlineData("'Resource':'arn:aws:s3:::b/*'", Truth.True)]
    [InlineData("'Resource':'arn:aws:s3:::b*'", Truth.True)]
    [InlineData("'Resource':'arn:aws:s3:::?/k/?'", Truth.True)]
    [InlineData("'Resource':'arn:*:s3:::b/k/*'", Truth.True)]
    [InlineData("'Resource':'*'", Truth.True)]
    [InlineData("'Resource':'arn:aws:s3:::b'", Truth.False)]
    [InlineData("'Resource':'arn:aws-cn:s3:::b/*'", Truth.False)]
    [InlineData("'Resource':['arn:aws:s3:::c/*','arn:aws:s3:::b/*']", Truth.True)]
    [InlineData("'Resource':'arn:aws:s3:::b/${aws:SourceAccount}/*'", Truth.False)]
    [InlineData("'Resource':'arn:aws:s3:::b/${aws:unheard-of}/x'", Truth.Uncertain)]
    [InlineData("'Resource':['arn:aws:s3:::b/${aws:unheard-of}/x','arn:aws:s3:::b/*']", Truth.True)]
    [InlineData("'NotResource':'arn:aws:s3:::c/*'", Truth.True)]
    [InlineData("'NotResource':['arn:aws:s3:::c/*','arn:aws:s3:::b/k/*']", Truth.False)]
    [InlineData("'NotResource':'arn:aws:s3:::b/${aws:unheard-of}/x'", Truth.Uncertain)]
    public void A_statement_means_its_resources(string resource, object expected) =>
        Assert.Equal((Truth)expected, Allowed($"'Principal':'*','Action':'s3:PutObject',{resource}"));

    [Theory]
    [InlineData("arn:aws:s3:::b/*", Truth.True, Truth.True)]
    [InlineData("arn:aws:s3:::b/1*", Truth.False, Truth.True)]
    [InlineData("arn:aws:s3:::b/x*", Truth.False, Truth.False)]
    public void An_Allow_must_reach_every_key_and_a_Deny_harms_when_it_reaches_one(string resource, object allowed, object denied)
    {
        var request = Request with { Resource = "arn:aws:s3:::b/" + SymbolicText.Exactly(12, "account", char.IsAsciiDigit) };
        Assert.Equal((Truth)allowed, Decide($"{{'Effect':'Allow','Principal':'*','Action':'*','Resource':'{resource}'}}", request).Allowed);
        Assert.Equal((Truth)denied, Decide($"{{'Effect':'Deny','Principal':'*','Action':'*','Resource':'{resource}'}}", request).Denied);
    }

    [Fact]
    public void All_conditions_must_hold()
    {
        const string Statement = "'Principal':'*','Action':'*','Resource':'*','Condition':";
        Assert.Equal(Truth.True, Allowed(Statement + "{'StringEquals':{'aws:SourceAccount':'111111111111'},'Null':{'aws:SourceAccount':'false'}}"));
        Assert.Equal(Truth.False, Allowed(Statement + "{'StringEquals':{'aws:SourceAccount':'111111111111'},'Null':{'aws:SourceAccount':'true'}}"));
        Assert.Equal(Truth.Uncertain, Allowed(Statement + "{'StringEquals':{'aws:SourceAccount':'111111111111','aws:unheard-of':'x'}}"));
        Assert.Equal(Truth.False, Allowed(Statement + "{'StringEquals':{'aws:SourceAccount':'2','aws:unheard-of':'x'}}"));
        Assert.Equal(Truth.False, Allowed(Statement + "{'StringEquals':{'aws:SourceAccount':[]}}"));
    }

    [Fact]
    public void An_explicit_Deny_wins_and_nothing_said_is_no()
    {
        const string All = "'Principal':'*','Action':'*','Resource':'*'";
        Assert.Equal(Truth.False, Decide($"{{'Effect':'Allow',{All}}},{{'Effect':'Deny',{All}}}").Granted);
        Assert.Equal(Truth.Uncertain, Decide($"{{'Effect':'Allow',{All}}},{{'Effect':'Deny',{All},'Condition':{{'StringEquals':{{'x:y':'z'}}}}}}").Granted);
        Assert.Equal(Truth.True, Decide($"{{'Effect':'Allow',{All}}}").Granted);
        Assert.Equal(Truth.False, Decide("").Granted);
    }

    private static Truth Allowed(string statement) => Decide($"{{'Effect':'Allow',{statement}}}").Allowed;

    private static PolicyDecision Decide(string statements, ServiceRequest? request = null) =>
        PolicyEvaluator.Evaluate(PolicyDocument.Parse(Example.Policy(statements)), request ?? Request);
}
