using OrgTrail.Trails;

namespace OrgTrail.Core.Tests.Trails.Selectors;

/// <summary>What the AWS CLI prints and its skeletons have is taken whole, whichever parameter it is given to.</summary>
public sealed class SelectorEnvelopeTests
{
    private const string Advanced = """{"TrailARN":"arn:aws:cloudtrail:us-east-1:111111111111:trail/other","AdvancedEventSelectors":[{"Name":"m","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"],"StartsWith":[]}]}]}""";
    private const string Basic = """{"trailName":"other","eventSelectors":[{"ReadWriteType":"WriteOnly"}],"advancedEventSelectors":[]}""";

    [Fact]
    public void Advanced_selectors_are_found_in_an_answer_given_as_either_kind()
    {
        foreach (var selectors in new[] { EventSelectorReader.Read([], [Advanced]), EventSelectorReader.Read([Advanced], []) })
            Assert.Equal(("m", 0), (Assert.Single(selectors.Advanced).Name, selectors.Basic.Count));
    }

    [Fact]
    public void Basic_selectors_are_found_in_an_answer_given_as_either_kind()
    {
        foreach (var selectors in new[] { EventSelectorReader.Read([Basic], []), EventSelectorReader.Read([], [Basic]) })
            Assert.Equal(("WriteOnly", 0), (Assert.Single(selectors.Basic).ReadWriteType, selectors.Advanced.Count));
    }

    [Fact]
    public void Selectors_beside_an_envelope_stay_what_they_were_given_as()
    {
        var selectors = EventSelectorReader.Read([], [Advanced, """{"Name":"n","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]}]}"""]);

        Assert.Equal(["m", "n"], selectors.Advanced.Select(selector => selector.Name));
    }

    [Fact]
    public void An_object_with_other_members_is_no_envelope_and_is_refused_by_them()
    {
        var refusal = Assert.Throws<OrgTrailException>(() => EventSelectorReader.Read([], ["""{"AdvancedEventSelectors":[],"Colour":"red"}"""]));

        Assert.Contains("Colour", refusal.Message, StringComparison.Ordinal);
    }
}
