using OrgTrail.Connection;

namespace OrgTrail.Buckets;

/// <summary>One change of a bucket: one write.</summary>
/// <param name="setting">What it is about.</param>
/// <param name="text">The change on one line, for people: <c>Versioning: (none) -> Enabled</c>.</param>
/// <param name="apply">Makes the change.</param>
internal sealed class BucketChange(BucketSetting setting, string text, Func<CloudSession, CancellationToken, Task> apply)
{
    /// <summary>What it is about.</summary>
    public BucketSetting Setting { get; } = setting;

    /// <summary>The change on one line, for people.</summary>
    public string Text { get; } = text;

    /// <summary>Makes the change. Made twice, it comes to the same.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task ApplyAsync(CloudSession session, CancellationToken cancellation) => apply(session, cancellation);

    /// <summary>The change on one line.</summary>
    public override string ToString() => Text;
}
