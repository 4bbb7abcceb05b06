using OrgTrail.AwsClients.Generator.Models;
using OrgTrail.AwsClients.Generator.Sources;

namespace OrgTrail.AwsClients.Tests.Generator;

/// <summary>What is wrong with a model is told in words, at its place, before any compiler sees it.</summary>
public sealed class ModelTests
{
    private const string Head = """
        "id": "Sample", "namespace": "Sample", "version": "1", "signingName": "sample", "protocol": "json-1.1", "target": "T",
        """;

    [Theory]
    [InlineData("""  "operations": { "Get": { "does": "Reads.", "out": { "Thing": "Thing" } } }""", "Get.Thing: there is no type Thing. It is one of string, bool, int, long, time, blob, or stands under \"structures\" or \"constants\".")]
    [InlineData("""  "operations": { "Get": { "does": "Reads.", "out": { "Thing": "list of string" } } }""", "Get.Thing: \"list of string\" is no type.")]
    [InlineData("""  "operations": { "Get": { "does": "Reads.", "in": { "Thing": "string!" } } }""", "Get.Thing: ! speaks of answers.")]
    [InlineData("""  "operations": { "Get": { "does": "Reads.", "out": { "Sizes": "int[]" } } }""", "Get.Sizes: lists and maps are of string or of a structure")]
    [InlineData("""  "operations": { "Get": { "does": "Reads." } }, "structures": { "Thing": { "Name": "string" } }""", "Thing is the type of no member")]
    [InlineData("""  "operations": { "Get": { "does": "Reads." } }, "constants": { "Colour": { "RED": "Warm." } }""", "Colour is the type of no member")]
    [InlineData("""  "operations": { "Get": { "does": "Reads.", "out": { "A": "GetRequest" } } }, "structures": { "GetRequest": {} }""", "GetRequest stands for two types")]
    [InlineData("""  "operations": { "Get": { "does": "Reads." } }, "reasons": ["Oh"]""", "The reasons of Oh need Oh under \"errors\" and OhReason under \"constants\".")]
    public void A_model_that_does_not_fit_together_is_refused(string rest, string fault)
    {
        var error = Assert.Throws<ModelException>(() => ModelFile.Parse("Sample.jsonc", "{" + Head + rest + "}"));

        Assert.StartsWith($"Sample.jsonc : error AWSMODEL: {fault}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n\"id\": \"A\",\n\"nonsense\": 1 }", 3, "nonsense")]
    [InlineData("{\n\"id\": \"A\",\n\"id\": \"B\" }", 3, "id")]
    [InlineData("{\n\"id\": \"A\",\n\"protocol\": \"soap\" }", 3, "protocol")]
    [InlineData("{\n\"id\": \"A\",\n\"protocol\": 1 }", 3, "protocol")]
    [InlineData("{\n\"id\": null }", 2, "id")]
    [InlineData("{\n\"id\": \"A\"\n\n", 4, "")]
    public void A_model_of_another_form_is_refused_with_its_line(string text, int line, string clue)
    {
        var error = Assert.Throws<ModelException>(() => ModelFile.Parse("Sample.jsonc", text));

        Assert.StartsWith($"Sample.jsonc({line}) : error AWSMODEL: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(clue, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"protocol\": \"query\", \"target\": \"T\"")]
    [InlineData("\"protocol\": \"json-1.1\"")]
    public void A_target_is_for_AWS_JSON_alone(string protocol)
    {
        var error = Assert.Throws<ModelException>(() => ModelFile.Parse(
            "Sample.jsonc", $$"""{"id": "Sample", "namespace": "Sample", "version": "1", "signingName": "sample", {{protocol}}, "operations": {} }"""));

        Assert.Contains("\"target\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_a_name_is_refused() =>
        Assert.Contains("namespace", Assert.Throws<ModelException>(() => ModelFile.Parse("Sample.jsonc", "{}")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("string", "None", false, null)]
    [InlineData("string[]", "List", false, null)]
    [InlineData("string{}!", "Map", true, null)]
    [InlineData("string obsolete: use another.", "None", false, "use another.")]
    public void A_member_is_one_or_many_and_required_or_obsolete(string text, string collection, bool isRequired, string? obsolete)
    {
        var member = MemberModel.Parse("name", text)!;

        Assert.Equal(("Name", "string", collection, isRequired, obsolete), (member.Name, member.Type, member.Collection.ToString(), member.IsRequired, member.Obsolete));
    }

    [Fact]
    public void Comments_and_commas_at_the_end_are_no_fault()
    {
        var source = ClientSource.Of(ModelFile.Parse("Sample.jsonc", "{" + Head + """ "operations": { /* none */ }, } // yet"""));

        Assert.Contains("public class AmazonSampleClient", source, StringComparison.Ordinal);
    }
}
