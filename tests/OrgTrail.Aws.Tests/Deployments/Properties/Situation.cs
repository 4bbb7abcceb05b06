using System.Text.Json;
using System.Text.Json.Nodes;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>A random state, who deploys to it, and what is wanted.</summary>
/// <param name="Seed">What all of it follows from.</param>
internal sealed record Situation(int Seed)
{
    /// <summary>The Region of its connection.</summary>
    public required string Region { get; init; }

    /// <summary>The account that deploys.</summary>
    public required string Caller { get; init; }

    /// <summary>Whether it deploys with <c>-Force</c>.</summary>
    public required bool Force { get; init; }

    /// <summary>Whether it deploys with <c>-AllowDuplicate</c>.</summary>
    public required bool AllowDuplicate { get; init; }

    /// <summary>What is wanted, by the names of the settings.</summary>
    public required IReadOnlyDictionary<string, object?> Wanted { get; init; }

    /// <summary>The statements that others wrote, with the ARN of what has them.</summary>
    public required IReadOnlyList<(string Resource, JsonNode Statement)> Theirs { get; init; }

    /// <summary>Whether trails have delivered for a while before.</summary>
    public required bool HasPast { get; init; }

    /// <summary>A copy of the state.</summary>
    public required SandboxState Start { get; init; }

    /// <summary>The organization.</summary>
    public SandboxOrganization Organization => Start.Organizations.Organization!;

    /// <summary>Whether the wanted bucket hides some of its settings from its owner.</summary>
    public bool HidesSettings => Theirs.Any(statement => statement.Resource == $"arn:aws:s3:::{Bucket?.Name}" && (string?)statement.Statement["Sid"] == BucketStatements.Hiding);

    /// <summary>The name of the wanted trail.</summary>
    public string TrailName => Text("Name")!;

    /// <summary>The wanted bucket as it was; <see langword="null"/> when there was none.</summary>
    public SandboxBucket? Bucket => Start.S3.Buckets.GetValueOrDefault(Text("S3BucketName")!);

    /// <summary>The delegated administrators that are wanted.</summary>
    public IReadOnlyList<string> Administrators => Wanted.GetValueOrDefault("DelegatedAdministrator") switch
    {
        null => [],
        string one => [one],
        var list => [.. ((IReadOnlyList<object?>)list).Cast<string>()],
    };

    /// <summary>Whether the management account deploys.</summary>
    public bool IsManagement => Caller == Names.Management;

    /// <summary>Makes a situation, and the state of a sandbox with it.</summary>
    public static Situation Make(int seed, SandboxState state)
    {
        var draw = new Draw(seed);
        // What is nearly right needs many things at once, which chance alone seldom brings together.
        var isSettled = draw.Percent(20);
        var force = draw.Percent(25);
        var caller = RandomOrganization.Fill(state, draw, isSettled);
        var keys = RandomKeys.Fill(state, draw, caller);
        var buckets = RandomBuckets.Fill(state, draw, caller, isSettled);
        RandomDestinations.Fill(state, draw, caller);
        RandomTrails.Fill(state, draw, caller, isSettled);
        return new(seed)
        {
            Caller = caller,
            Region = draw.Percent(92) ? Names.Home : Names.Elsewhere,
            Force = force,
            AllowDuplicate = draw.Percent(30),
            Wanted = RandomWishes.Draw(draw, state, caller, isSettled, force),
            HasPast = draw.Percent(15),
            Theirs = [.. keys, .. buckets],
            Start = JsonSerializer.SerializeToNode(state).Deserialize<SandboxState>()!,
        };
    }

    /// <summary>A text that is wanted; <see langword="null"/> when nothing is said of it.</summary>
    public string? Text(string setting) => (string?)Wanted.GetValueOrDefault(setting);

    /// <summary>A truth value that is wanted.</summary>
    public bool Flag(string setting, bool otherwise) => (bool?)Wanted.GetValueOrDefault(setting) ?? otherwise;

    /// <summary>The wanted trail as it was; <see langword="null"/> when there was none.</summary>
    public SandboxTrail? TrailAt(string region) =>
        Start.CloudTrail.Trails.Find(trail => trail.Name == TrailName && trail.OwnerAccountId == Names.Management && trail.HomeRegion == region);

    /// <summary>What the trail shall record: what is wanted, or what it recorded before.</summary>
    public Recording Recording(string region) =>
        Properties.Recording.All.FirstOrDefault(IsWanted) ?? Properties.Recording.Of(TrailAt(region)?.EventSelectors, TrailAt(region)?.AdvancedEventSelectors);

    /// <summary>The ARN of the key that the trail shall use; <see langword="null"/> for none.</summary>
    public string? KeyArn(string region) => Text("KmsKeyId") switch
    {
        null => TrailAt(region)?.KmsKeyId,
        "" => null,
        ['a', 'r', 'n', ..] arn => Start.Kms.Keys.Find(key => key.Aliases.Exists(alias => arn == $"{key.Arn[..key.Arn.LastIndexOf(':')]}:{alias}"))?.Arn ?? arn,
        var name => Start.Kms.Keys.Find(key => key.Arn.EndsWith(name, StringComparison.Ordinal) || key.Aliases.Contains(name))?.Arn,
    };

    /// <summary>The ARN of the topic that the trail shall use; <see langword="null"/> for none.</summary>
    public string? TopicArn(string region) => Text("SnsTopicName") switch
    {
        null => TrailAt(region)?.SnsTopicArn,
        "" => null,
        Names.Topic => RandomDestinations.TopicArn(Caller).Replace(Names.Home, region, StringComparison.Ordinal),
        var arn => arn,
    };

    /// <summary>Seed, caller, wishes and state, short enough to read.</summary>
    public override string ToString() =>
        $"Seed {Seed}: account {Caller} in {Region}{(Force ? " -Force" : "")}{(AllowDuplicate ? " -AllowDuplicate" : "")}{(HasPast ? ", after two hours," : "")} wants {JsonSerializer.Serialize(Wanted)}\nof {StateText.Of(Start)}";

    private bool IsWanted(Recording recording) =>
        Wanted.TryGetValue(recording.Setting.Name, out var wanted)
        && JsonNode.DeepEquals(JsonSerializer.SerializeToNode(wanted), JsonSerializer.SerializeToNode(recording.Setting.Value));
}
