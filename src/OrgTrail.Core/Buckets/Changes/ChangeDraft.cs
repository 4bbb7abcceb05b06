using OrgTrail.Ports;
using OrgTrail.State;

namespace OrgTrail.Buckets;

/// <summary>The changes of a bucket while they are gathered.</summary>
internal sealed class ChangeDraft(BucketFacts facts, BucketSettings wanted)
{
    private readonly List<BucketChange> _changes = [];
    private readonly List<string> _warnings = [];

    /// <summary>The bucket as it is.</summary>
    internal BucketFacts Facts { get; } = facts;

    /// <summary>How it shall be.</summary>
    internal BucketSettings Wanted { get; } = wanted;

    /// <summary>What is to be changed.</summary>
    internal IReadOnlyList<BucketChange> Changes => _changes;

    /// <summary>What the user should know.</summary>
    internal IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Adds a change of a setting.</summary>
    /// <param name="setting">What it is about.</param>
    /// <param name="now">How it is; <see langword="null"/> when nobody has set it.</param>
    /// <param name="then">How it shall be.</param>
    /// <param name="apply">Makes the change.</param>
    internal void Change(BucketSetting setting, string? now, string then, Func<IBuckets, CancellationToken, Task> apply) =>
        Add(setting, $"{setting}: {now ?? "(none)"} -> {then}", apply);

    /// <summary>Adds a change that says by itself what it is.</summary>
    internal void Add(BucketSetting setting, string text, Func<IBuckets, CancellationToken, Task> apply) =>
        _changes.Add(new(setting, text, (session, cancellation) => apply(session.Cloud.Buckets, cancellation)));

    /// <summary>Adds something that the user should know.</summary>
    internal void Warn(string warning) => _warnings.Add(warning);

    /// <summary>Whether a setting can be seen, so that it can be compared. What cannot stays as it is, with a warning.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="name">Its name, to stand before "of bucket" at the beginning of a sentence.</param>
    /// <param name="isAskedFor">Whether the user asked for it by a parameter.</param>
    /// <exception cref="OrgTrailException">It was asked for: it may neither be left out silently nor written over unseen.</exception>
    internal bool CanSee<T>(Observed<T> setting, string name, bool isAskedFor)
    {
        if (setting.Refusal is not { } refusal) return true;
        var what = $"{name} of bucket {Facts.BucketName} cannot be seen";
        var why = refusal.Why ?? refusal.What;
        if (isAskedFor) throw new OrgTrailException(refusal with { What = $"{what}, so nothing was changed. {why}", Why = null });
        Warn($"{what}, so it was left as it is: {why}");
        return false;
    }
}
