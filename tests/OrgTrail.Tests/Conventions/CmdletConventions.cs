using System.Management.Automation;
using OrgTrail.Help;

namespace OrgTrail.Tests.Conventions;

public sealed class CmdletConventions
{
    private static readonly string[] VerbsThatChangeNothing = ["Get", "Test"];

    [Fact]
    public void Every_cmdlet_has_a_synopsis_and_a_description() => Assert.All(ModuleAssemblies.Pages, page =>
    {
        Assert.NotEmpty(page.Synopsis);
        Assert.NotEmpty(page.Description);
    });

    [Fact]
    public void Every_cmdlet_has_an_example_that_calls_it() =>
        Assert.All(ModuleAssemblies.Pages, page => Assert.Contains(page.Examples, example => example.Code.Contains(page.Name, StringComparison.Ordinal)));

    [Fact]
    public void Every_example_says_what_it_shows() =>
        Assert.All(ModuleAssemblies.Pages.SelectMany(page => page.Examples), example => Assert.NotEmpty(example.Title));

    [Fact]
    public void Every_parameter_is_documented() => Assert.Empty(
        ModuleAssemblies.Pages.SelectMany(page => page.Parameters
            .Where(parameter => parameter.Description.Count == 0)
            .Select(parameter => $"{page.Name} -{parameter.Name}")));

    [Fact]
    public void Every_cmdlet_names_what_it_emits_but_those_that_leave_nothing() => Assert.Equal(
        ["Remove-OrgTrail", "Stop-OrgTrailSandbox", "Unregister-OrgTrailDelegatedAdmin"],
        ModuleAssemblies.Pages.Where(page => page.Outputs.Count == 0).Select(page => $"{page.Verb}-{page.Noun}").Order());

    [Fact]
    public void What_is_emitted_is_documented() =>
        Assert.All(ModuleAssemblies.Pages.SelectMany(page => page.Outputs), output => Assert.NotEmpty(output.Description));

    [Fact]
    public void Every_cmdlet_that_changes_something_can_be_asked_what() =>
        Assert.All(ModuleAssemblies.Pages, page => Assert.Equal(Changes(page), page.Parameters.Any(parameter => parameter.Name == "WhatIf")));

    [Fact]
    public void Every_cmdlet_is_a_sealed_class_named_after_it() => Assert.All(CmdletTypes(), type =>
    {
        var cmdlet = type.GetCustomAttributesData().Single(attribute => attribute.AttributeType == typeof(CmdletAttribute));
        Assert.Equal($"{cmdlet.ConstructorArguments[0].Value}{cmdlet.ConstructorArguments[1].Value}Command", type.Name);
        Assert.True(type.IsSealed);
    });

    [Fact]
    public void No_parameter_belongs_to_a_parameter_set() => Assert.All(
        CmdletTypes().SelectMany(type => type.GetProperties()).SelectMany(property => property.GetCustomAttributesData()),
        attribute => Assert.DoesNotContain(attribute.NamedArguments, argument => argument.MemberName == "ParameterSetName"));

    private static IEnumerable<Type> CmdletTypes() => ModuleAssemblies.Cmdlets.GetExportedTypes()
        .Where(type => type.IsDefined(typeof(CmdletAttribute), inherit: false));

    // A new policy is a text: nothing changes before it is written.
    private static bool Changes(CmdletPage page) =>
        !VerbsThatChangeNothing.Contains(page.Verb) && !(page.Verb == "New" && page.Noun.EndsWith("Policy", StringComparison.Ordinal));
}
