namespace OrgTrail.Sandbox.State;

/// <summary>An organizational unit.</summary>
public sealed class SandboxOrganizationalUnit
{
    /// <summary>For example <c>ou-exam-0a1b2c3d</c>.</summary>
    public required string Id { get; set; }

    /// <summary>The name.</summary>
    public required string Name { get; set; }

    /// <summary>The id of the root or organizational unit that it is in.</summary>
    public required string ParentId { get; set; }
}
