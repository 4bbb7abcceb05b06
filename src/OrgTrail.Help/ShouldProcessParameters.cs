namespace OrgTrail.Help;

/// <summary>The parameters that PowerShell adds to a cmdlet that changes something; Get-Help shows them only when the page does.</summary>
internal static class ShouldProcessParameters
{
    /// <summary><c>-WhatIf</c> and <c>-Confirm</c>.</summary>
    internal static IReadOnlyList<ParameterEntry> All { get; } =
    [
        new("WhatIf", "SwitchParameter", ["Shows what would change, and changes nothing."])
        {
            IsSwitch = true,
            Aliases = ["wi"],
            Default = "False",
        },
        new("Confirm", "SwitchParameter", ["Shows what is going to change, and asks before it does."])
        {
            IsSwitch = true,
            Aliases = ["cf"],
            Default = "False",
        },
    ];
}
