namespace OrgTrail.Operations;

/// <summary>What can stand against taking away what organization trails need.</summary>
internal static class RemovalProblems
{
    public static Problem TrailsLeft(IReadOnlyList<Trail> trails) => new(
        "OrganizationTrailsLeft",
        ProblemKind.InvalidState,
        $"The organization has further organization trails, which need trusted access and their administrators: {string.Join(", ", trails)}. Nothing was removed.",
        "Remove them in the same command (Get-OrgTrail | Remove-OrgTrail …), or leave -IncludeTrustedAccess and -IncludeDelegatedAdmin out.");

    public static Problem AdministratorsLeft(IReadOnlyList<DelegatedAdministrator> administrators) => new(
        "DelegatedAdministratorExists",
        ProblemKind.InvalidState,
        $"CloudTrail still has delegated administrators, so trusted access cannot be disabled: {string.Join(", ", administrators)}. Nothing was removed.",
        "Add -IncludeDelegatedAdmin, which unregisters them first.");
}
