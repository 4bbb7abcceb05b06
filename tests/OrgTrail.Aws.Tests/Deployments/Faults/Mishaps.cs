using OrgTrail.Sandbox.Faults;

namespace OrgTrail.Aws.Tests.Deployments.Faults;

/// <summary>How the sandbox makes a mishap.</summary>
internal static class Mishaps
{
    public static IReadOnlyList<Mishap> All { get; } = Enum.GetValues<Mishap>();

    /// <summary>The fault of the sandbox.</summary>
    public static FaultKind Fault(this Mishap mishap) => mishap switch
    {
        Mishap.Throttling => FaultKind.Throttling,
        Mishap.ServerError => FaultKind.ServerError,
        Mishap.ConnectionReset => FaultKind.ConnectionReset,
        Mishap.TimeOut or Mishap.StopBefore => FaultKind.Hang,
        Mishap.AccessDenied => FaultKind.AccessDenied,
        Mishap.LostAnswer => FaultKind.LostAnswer,
        _ => FaultKind.HangAfter,
    };

    /// <summary>Whether the user ends the command as soon as the call hangs.</summary>
    public static bool Stops(this Mishap mishap) => mishap is Mishap.StopBefore or Mishap.StopAfter;
}
