using System.Text.Json.Nodes;
using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Documents;

public sealed class PolicyDocumentTests
{
    private const string Statement = """{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}""";

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Id":"x","Unknown":{"b":1.50,"a":1e3},"Statement":[]}""")]
    [InlineData("""{"Statement":{"Zeta":null,"Effect":"Deny","NotPrincipal":{"AWS":["1","2"]},"NotAction":["s3:*"],"NotResource":"*","Note":"O'Neil <ä> \\ \" + &"}}""")]
    [InlineData("""{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"x"},"Action":"a","Resource":"b","Condition":{"Bool":{"aws:SecureTransport":false},"NumericLessThan":{"s3:TlsVersion":1.20}}}]}""")]
    public void Nothing_is_lost_between_reading_and_writing(string text)
    {
        Assert.Equal(text, PolicyDocument.Parse(text).Minified);
        Assert.Equal(text, PolicyDocument.Parse(PolicyDocument.Parse(text).Indented).Minified);
    }

    [Fact]
    public void Blanks_and_a_byte_order_mark_do_not_matter() =>
        Assert.Equal($$"""{"Statement":[{{Statement}}]}""", PolicyDocument.Parse($"\uFEFF\r\n{{ \"Statement\" : [\t{Statement} ] }}\n").Minified);

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("nonsense", 1, 2)]
    [InlineData("{\"Version\":\"2012-10-17\",}", 1, 25)]
    [InlineData("{\n  \"Statement\": [\n    x\n  ]\n}", 3, 5)]
    [InlineData("{\"\u00e4\u00f6\": x}", 1, 8)]
    [InlineData("{\"Statement\":[]} trailing", 1, 18)]
    [InlineData("{\"a\":1,\n \"a\":2}", 2, 2)]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Condition\":{\"Bool\":{\"k\":\"1\",\"k\":\"2\"}}}}", 1, 61)]
    [InlineData("{\"Sid\":\"\\ud800\"}", 1, 8)]
    [InlineData("{\"Statement\":[", 1, 15)]
    public void What_is_no_JSON_is_refused_with_line_and_column(string text, int line, int column)
    {
        var problem = Assert.Throws<OrgTrailException>(() => PolicyDocument.Parse(text)).Problem;
        Assert.Equal(("MalformedPolicy", ProblemKind.InvalidInput), (problem.Id, problem.Kind));
        Assert.EndsWith($"at line {line}, column {column}.", problem.What, StringComparison.Ordinal);
        Assert.DoesNotContain("BytePositionInLine", problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "it is an array, not an object")]
    [InlineData("null", "it is null, not an object")]
    [InlineData("'text'", "it is a string, not an object")]
    [InlineData("{}", "it has no Statement")]
    [InlineData("{'Statement':'x'}", "Statement is a string, neither an object nor an array")]
    [InlineData("{'Version':{},'Statement':[]}", "Version is not a string")]
    [InlineData("{'Statement':[1]}", "Statement[0] is a number, not an object")]
    [InlineData("{'Statement':[{}]}", "in Statement[0], Effect is missing")]
    [InlineData("{'Statement':{'Effect':'allow'}}", "in Statement[0], Effect is \"allow\", neither \"Allow\" nor \"Deny\"")]
    [InlineData("{'Statement':[{'Effect':'Allow','Action':'a','Resource':'b'}]}", "in Statement[0], Principal is missing")]
    [InlineData("{'Statement':[{'Effect':'Allow','Principal':'111111111111','Action':'a','Resource':'b'}]}", "in Statement[0], Principal is a string, neither \"*\" nor an object")]
    [InlineData("{'Statement':[{'Effect':'Allow','Principal':{},'Action':'a','Resource':'b'}]}", "in Statement[0], Principal is empty")]
    [InlineData("{'Statement':[{'Effect':'Allow','Principal':'*','NotPrincipal':'*','Action':'a','Resource':'b'}]}", "in Statement[0], Principal and NotPrincipal exclude each other")]
    [InlineData("{'Statement':[{'Effect':'Allow','Principal':'*','Resource':'b'}]}", "in Statement[0], Action is missing")]
    [InlineData("{'Statement':[{'Effect':'Allow','Principal':'*','Action':[],'Resource':'b'}]}", "in Statement[0], Action is an empty list")]
    [InlineData("{'Statement':[{'Effect':'Allow','Principal':'*','Action':[{}],'Resource':'b'}]}", "in Statement[0], Action has a list item that is not a string")]
    [InlineData("{'Statement':[{'Effect':'Allow','Principal':'*','Action':'a','Resource':null}]}", "in Statement[0], Resource is null, neither a string nor a list of strings")]
    [InlineData("{'Statement':[{'Effect':'Allow','Principal':'*','Action':'a','Resource':'b','Condition':[]}]}", "in Statement[0], Condition is an array, not an object")]
    [InlineData("{'Statement':[{'Effect':'Allow','Principal':'*','Action':'a','Resource':'b','Condition':{'Bool':1}}]}", "in Statement[0], Condition Bool is a number, not an object")]
    [InlineData("{'Statement':[{'Effect':'Allow','Principal':'*','Action':'a','Resource':'b','Condition':{'Bool':{'k':{}}}}]}", "in Statement[0], Condition Bool k is an object, neither a string nor a list of strings")]
    public void What_can_be_no_policy_is_refused_with_the_place(string text, string fault)
    {
        var problem = Assert.Throws<OrgTrailException>(() => PolicyDocument.Parse(Example.Quoted(text))).Problem;
        Assert.Equal(("MalformedPolicy", $"The text is not a policy: {fault}."), (problem.Id, problem.What));
        Assert.NotEmpty(problem.Advice);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_instead_of_being_replaced() =>
        Assert.Equal("MalformedPolicy", Assert.Throws<OrgTrailException>(() => PolicyDocument.Parse("{\"Id\":\"\ud800\",\"Statement\":[]}")).Problem.Id);

    [Fact]
    public void The_size_is_that_of_the_minified_UTF8()
    {
        Assert.Equal("""{"Id":"ä","Statement":[]}""".Length + 1, PolicyDocument.Parse("{  \"Id\" : \"\\u00e4\",\n\"Statement\" : [ ] }").Size);
    }

    [Theory]
    [InlineData(20480, false)]
    [InlineData(20481, true)]
    public void A_bucket_policy_has_at_most_20_KB(int size, bool tooLarge)
    {
        var policy = new JsonObject { ["Id"] = "", ["Statement"] = new JsonArray() };
        policy["Id"] = new string('x', size - policy.ToJsonString().Length);
        var document = PolicyDocument.Parse("  " + policy.ToJsonString());

        var problem = (Record.Exception(() => PolicyKind.Bucket.RequireFits(document, "b")) as OrgTrailException)?.Problem;

        Assert.Equal(size, document.Size);
        Assert.Equal(tooLarge ? "PolicyTooLarge" : null, problem?.Id);
        Assert.Equal(tooLarge ? "The policy of bucket 'b' has 20481 bytes, 1 more than the 20480 (20 KB) that Amazon S3 accepts." : null, problem?.What);
    }
}
