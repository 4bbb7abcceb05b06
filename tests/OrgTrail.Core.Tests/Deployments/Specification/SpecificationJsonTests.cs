using OrgTrail.Deployments;

namespace OrgTrail.Core.Tests.Deployments.Specification;

public sealed class SpecificationJsonTests
{
    [Fact]
    public void Every_sort_of_value_is_read()
    {
        var settings = SpecificationJson.Read(
            """
            // what people write
            { "text": "ä", "flag": true, "none": null, "whole": 7, "part": 1.5, "list": [1, "x", [],], "table": { "Key": "a", "key": "b" }, }
            """);

        Assert.Equal("ä", settings["text"]);
        Assert.Equal(true, settings["flag"]);
        Assert.Null(settings["none"]);
        Assert.Equal(7L, settings["whole"]);
        Assert.Equal(1.5, settings["part"]);
        Assert.Equal(3, Assert.IsAssignableFrom<IReadOnlyList<object?>>(settings["list"]).Count);
        Assert.Equal(2, Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(settings["table"]).Count);
    }

    [Fact]
    public void A_byte_order_mark_is_no_fault() => Assert.Empty(SpecificationJson.Read("\uFEFF{}"));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("""{ "a": }""")]
    [InlineData("""{ "a": 1, "a": 2 }""")]
    [InlineData("""{ "a": { "b": 1, "b": 2 } }""")]
    [InlineData("""{ "a": "\ud800" }""")]
    [InlineData("@{ Name = 'acme' }")]
    public void What_is_no_JSON_object_is_refused(string text) =>
        Assert.Equal("MalformedDeploymentFile", Assert.Throws<OrgTrailException>(() => SpecificationJson.Read(text)).Problem.Id);

    [Fact]
    public void The_line_of_a_fault_is_said() =>
        Assert.Contains("line 3", Assert.Throws<OrgTrailException>(() => SpecificationJson.Read("{\n\"a\": 1,\n\"b\": oops\n}")).Problem.What, StringComparison.Ordinal);

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.Throws<OrgTrailException>(() => SpecificationJson.Read(new string('[', 100_000)));
}
