using System.Globalization;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox;

/// <summary>What is there when a sandbox starts.</summary>
internal static class Seed
{
    private const int IdLength = 10;
    private const string IdCharacters = "abcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly string[] Names = ["management", "log-archive", "audit", "network", "shared-services"];

    /// <summary>The state that the options ask for.</summary>
    public static SandboxState State(SandboxOptions options, DateTimeOffset now)
    {
        if (options.StateFile is { } file) return StateFile.Load(file);
        var state = new SandboxState { ManagementAccountId = options.ManagementAccountId };
        if (options.Regions is { } regions) state.Regions = [.. regions];
        if (options.Organization) state.Organizations.Organization = Organization(options, now);
        return state;
    }

    private static SandboxOrganization Organization(SandboxOptions options, DateTimeOffset now)
    {
        var random = new Random(options.Seed);
        return new SandboxOrganization
        {
            Id = $"o-{Text(random, IdLength)}",
            RootId = $"r-{Text(random, 4)}",
            FeatureSet = "ALL",
            Accounts = [.. AccountIds(options).Select((id, index) => new SandboxAccount
            {
                Id = id,
                Name = index < Names.Length ? Names[index] : string.Create(CultureInfo.InvariantCulture, $"workload-{index - Names.Length + 1}"),
                JoinedMethod = index == 0 ? "INVITED" : "CREATED",
                JoinedTimestamp = now,
            })],
        };
    }

    /// <summary>111111111111 to 999999999999, which people can tell apart, and then on from 100000000010.</summary>
    private static IEnumerable<string> AccountIds(SandboxOptions options) => Enumerable.Range(1, options.AccountCount)
        .Select(number => number < 10 ? new string((char)('0' + number), 12) : (100_000_000_000 + number).ToString(CultureInfo.InvariantCulture))
        .Where(id => id != options.ManagementAccountId)
        .Prepend(options.ManagementAccountId)
        .Take(options.AccountCount);

    private static string Text(Random random, int length) =>
        string.Create(length, random, (text, source) => source.GetItems(IdCharacters, text));
}
