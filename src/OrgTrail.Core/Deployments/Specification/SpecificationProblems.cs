using OrgTrail.Operations;
using OrgTrail.Problems;
using OrgTrail.Trails;

namespace OrgTrail.Deployments;

/// <summary>What can be wrong with a wanted state before anything is asked of AWS.</summary>
internal static class SpecificationProblems
{
    private const string Topic = "about_OrgTrailDeployment";

    public static Problem Unknown(string name, IReadOnlyList<string> known) => Invalid(
        "UnknownSetting",
        $"There is no setting {NamingRule.Quote(name)}.",
        ForeignSettings.Advice(name, known) ?? (NearNames.Hint(name, known) is { Length: > 0 } hint ? hint.TrimStart() : $"The settings are {string.Join(", ", known)}: see {Topic}."));

    public static Problem Missing(string name) => Invalid("MissingSetting", $"{name} is not given.", $"Give {name}: see {Topic}.");

    public static Problem Twice(string name) => Invalid(
        "DuplicateSetting", $"{name} is given twice, in different case.", "Give it once: names of settings have no case.");

    public static Problem WrongSort(string name, string actual, string wanted) => Invalid(
        "WrongSetting", $"{name} is {actual}, not {wanted}.", $"Give {name} as {wanted}{(wanted == "text" ? ", between quotation marks" : "")}: see {Topic}.");

    public static Problem Contradiction(string what, string advice) => Invalid("ContradictorySettings", what, advice);

    public static Problem OtherPartition(string place, string partition, string other, string otherPartition) => Invalid(
        "RegionInOtherPartition",
        $"{place} lies in the partition '{partition}', but {other} in '{otherPartition}'.",
        $"A trail and all that it uses lie in one partition. Use credentials and a -Region of the partition '{partition}', or correct the setting.");

    public static Problem TooManyAdministrators(int count) => Invalid(
        "TooManyDelegatedAdministrators",
        $"{count} delegated administrators are given.",
        $"An organization can have {RegisterDelegatedAdministrator.Most} delegated administrators for CloudTrail at most.");

    public static Problem LogGroupElsewhere(string group, string homeRegion) => Invalid(
        "LogGroupInOtherRegion",
        $"The log group {group} does not lie in the trail's home Region {homeRegion}.",
        "Use a log group of the home Region, in the account that deploys.");

    private static Problem Invalid(string id, string what, string advice) => new(id, ProblemKind.InvalidInput, what, advice);
}
