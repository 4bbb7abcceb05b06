using System.Xml.Linq;
using OrgTrail.Help;

namespace OrgTrail.Tests.Help;

public sealed class MamlFileTests
{
    private static readonly ParameterEntry Trail = new("Trail", "TrailIdentity", ["Which trail."])
    {
        IsMandatory = true,
        Position = 0,
        TakesValue = true,
        TakesProperty = true,
        Aliases = ["Name", "TrailARN"],
    };

    private static readonly CmdletPage Page = new(
        "Get",
        "OrgTrail",
        "Reads trails.",
        ["More."],
        [Trail, new("Force", "SwitchParameter", ["Insists."]) { IsSwitch = true, Default = "False" }],
        [new("OrgTrail.Trail", ["A trail."])],
        [new("Reads one.", "Get-OrgTrail acme", ["It is there."])]);

    private readonly XElement _command = MamlFile.Create([Page]).Root!.Elements().Single();

    [Fact]
    public void A_page_says_what_the_cmdlet_does() =>
        Assert.Equal(["Get-OrgTrail", "Get", "OrgTrail", "Reads trails."], Below("details").Elements().Select(element => element.Value));

    [Fact]
    public void A_parameter_tells_how_it_is_given()
    {
        var parameter = Below("parameters").Elements().First();

        Assert.Equal(
            ["true", "false", "false", "True (ByPropertyName, ByValue)", "0", "Name, TrailARN"],
            parameter.Attributes().Select(attribute => attribute.Value));
        Assert.Contains(parameter.Elements(), element => element.Name.LocalName == "parameterValue" && element.Value == "TrailIdentity");
    }

    [Fact]
    public void A_switch_takes_no_value() =>
        Assert.DoesNotContain(Below("parameters").Elements().Last().Elements(), element => element.Name.LocalName == "parameterValue");

    [Fact]
    public void What_comes_and_goes_through_the_pipeline_is_named()
    {
        Assert.Equal("TrailIdentityWhich trail.", Below("inputTypes").Value);
        Assert.Equal("OrgTrail.TrailA trail.", Below("returnValues").Value);
    }

    [Fact]
    public void An_example_has_title_code_and_remarks() =>
        Assert.Equal(["Example 1: Reads one", "Get-OrgTrail acme", "It is there."], Below("examples").Elements().Single().Elements().Select(element => element.Value));

    private XElement Below(string name) => _command.Elements().Single(element => element.Name.LocalName == name);
}
