using System.Net;
using OrgTrail.Sandbox.Delivery;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox;

/// <summary>How a sandbox is to be.</summary>
public sealed record SandboxOptions
{
    /// <summary>Where it listens: a loopback address.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether there is an organization from the beginning, with all features; otherwise CreateOrganization makes one.</summary>
    public bool Organization { get; init; } = true;

    /// <summary>How many accounts the organization has, the management account among them: 1 to 10000.</summary>
    public int AccountCount { get; init; } = 10;

    /// <summary>The management account: 12 digits.</summary>
    public string ManagementAccountId { get; init; } = "111111111111";

    /// <summary>The Regions that exist; <see langword="null"/> for five of AWS's.</summary>
    public IReadOnlyList<string>? Regions { get; init; }

    /// <summary>What all that is random follows from: the same seed, the same ids.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>A file with the state to begin with, as <see cref="SandboxServer.SaveState"/> writes it; it takes the place of the options for organization and Regions.</summary>
    public string? StateFile { get; init; }

    /// <summary>The real time, on which the sandbox's time is built.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Gets a line for each failure of the sandbox itself.</summary>
    public TextWriter Log { get; init; } = TextWriter.Null;

    internal HttpLimits HttpLimits { get; init; } = new();

    internal SandboxLimits Limits { get; init; } = new();

    internal Func<SandboxContext, IReadOnlyList<IService>> Services { get; init; } = ServiceCatalog.Services;

    internal Func<SandboxContext, IDelivery?> Delivery { get; init; } = ServiceCatalog.Delivery;

    /// <summary>Demands that the values make sense.</summary>
    /// <exception cref="OrgTrailException">They do not.</exception>
    internal void Validate()
    {
        Demand(AccountCount is >= 1 and <= 10_000, "AccountCount is from 1 to 10000");
        Demand(NamingRule.AccountId.Check(ManagementAccountId) is null, "ManagementAccountId has 12 digits");
        Demand(Regions is not { Count: 0 }, "Regions names at least one");
        foreach (var region in Regions ?? [])
            NamingRule.Region.Require(region);
    }

    private static void Demand(bool met, string otherwise)
    {
        if (!met)
            throw new OrgTrailException(new Problem("InvalidSandboxOption", ProblemKind.InvalidInput, $"No sandbox can be like that: {otherwise}.", "Correct the value, and start the sandbox again."));
    }
}
