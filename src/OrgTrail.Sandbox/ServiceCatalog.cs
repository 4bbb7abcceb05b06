using OrgTrail.Sandbox.Delivery;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox;

/// <summary>What the sandbox consists of: the one list.</summary>
internal static class ServiceCatalog
{
    public static IReadOnlyList<IService> Services(SandboxContext context) =>
    [
    ];

    /// <summary>What delivers when time passes; <see langword="null"/> for nothing.</summary>
    public static IDelivery? Delivery(SandboxContext context) => null;
}
