namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>What all operations of AWS Organizations work with.</summary>
/// <param name="context">The sandbox.</param>
internal sealed class OrganizationStore(SandboxContext context)
{
    public SandboxContext Context { get; } = context;

    public OrganizationAccess Access { get; } = new(context);

    public OrganizationPages Pages { get; } = new(context.State);

    public OrganizationShapes Shapes { get; } = new(context.State);

    public DateTimeOffset Now => Context.Clock.Now;

    public string ManagementAccountId => Context.State.ManagementAccountId;

    /// <summary>The last part of an id.</summary>
    public string NewId(int length) => RandomText.Next(Context.Random, RandomText.LowerCase, length);
}
