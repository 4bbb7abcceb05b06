namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>Operations of AWS Organizations that belong together.</summary>
internal interface IOperationGroup
{
    /// <summary>The handlers by operation.</summary>
    OperationTable Operations { get; }
}
