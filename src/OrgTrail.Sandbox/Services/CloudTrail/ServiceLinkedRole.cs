using OrgTrail.Sandbox.Services.Iam;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>The role AWSServiceRoleForCloudTrail, by which CloudTrail reads the organization.</summary>
internal sealed class ServiceLinkedRole(SandboxContext context)
{
    /// <summary>
    /// CloudTrail user guide, "Organization delegated administrator": a call of the management account makes the role, one
    /// of a delegated administrator needs it there.
    /// </summary>
    public void Provide(Caller caller)
    {
        var account = context.State.ManagementAccountId;
        if (caller.Role == OrganizationRole.Management)
            ServiceLinkedRoles.Ensure(context, account, ServiceLinkedRoles.CloudTrail);
        else if (ServiceLinkedRoles.Find(context.State, account, ServiceLinkedRoles.CloudTrail) is null)
            throw TrailRefusals.NoServiceLinkedRole();
    }

    /// <summary>The same guide: registering a delegated administrator makes a second role.</summary>
    public void ProvideForAdministrators(Caller caller)
    {
        Provide(caller);
        ServiceLinkedRoles.Ensure(context, context.State.ManagementAccountId, ServiceLinkedRoles.CloudTrailEventContext);
    }
}
