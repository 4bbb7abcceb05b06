using OrgTrail.Sandbox.Delivery;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Services.CloudTrail;
using OrgTrail.Sandbox.Services.Iam;
using OrgTrail.Sandbox.Services.Kms;
using OrgTrail.Sandbox.Services.Logs;
using OrgTrail.Sandbox.Services.Organizations;
using OrgTrail.Sandbox.Services.S3;
using OrgTrail.Sandbox.Services.Sns;
using OrgTrail.Sandbox.Services.Sts;

namespace OrgTrail.Sandbox;

/// <summary>What the sandbox consists of: the one list.</summary>
internal static class ServiceCatalog
{
    public static IReadOnlyList<IService> Services(SandboxContext context) =>
    [
        new OrganizationsService(context),
        new CloudTrailService(context),
        new KmsService(context),
        new StsService(context),
        new IamService(context),
        new SnsService(context),
        new LogsService(context),
        new S3Service(context),
    ];

    /// <summary>What delivers when time passes; <see langword="null"/> for nothing.</summary>
    public static IDelivery? Delivery(SandboxContext context) => new TrailDeliveries(context);
}
