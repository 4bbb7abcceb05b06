using System.Collections.Concurrent;
using OrgTrail.Ports;
using OrgTrail.Trails;

namespace OrgTrail.Integrity;

/// <summary>
/// Finds log files in the bucket that no digest lists: the folders of days are listed, several at once, as soon as all digests
/// of a day were followed, so that no more than some days of names are held.
/// </summary>
/// <param name="evidence">Where the files are.</param>
/// <param name="lane">Whose they are.</param>
/// <param name="roots">Where they may lie.</param>
/// <param name="ledger">Takes what is found.</param>
internal sealed class UnlistedLogs(IEvidence evidence, AccountRegion lane, IReadOnlyList<LogRoot> roots, LaneLedger ledger)
{
    /// <summary>How long a log file may be on its way, from the minute that it is named after.</summary>
    public static readonly TimeSpan DeliveryTime = TimeSpan.FromMinutes(15);

    private const int DaysAtOnce = 4;
    private const int MostYoung = 100;
    private const char Last = '~';

    private readonly Dictionary<string, HashSet<string>> _named = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _compared = new(StringComparer.Ordinal);
    private readonly HashSet<string> _late = new(StringComparer.Ordinal);
    private readonly List<Task> _running = [];
    private readonly ConcurrentBag<DateTimeOffset> _found = [];
    private DateTimeOffset? _next;
    private int _young;

    /// <summary>Whether another trail has its digests in the same folder.</summary>
    public bool IsShared { get; set; }

    /// <summary>When the first of those that no digest lists was made; <see langword="null"/> when there is none.</summary>
    public DateTimeOffset? First => _found.IsEmpty ? null : _found.Min();

    /// <summary>Remembers what a digest lists.</summary>
    public void Name(IEnumerable<ListedLog> logs)
    {
        foreach (var log in logs)
        {
            var slash = log.Key.LastIndexOf('/') + 1;
            var folder = $"{(evidence.KnowsBuckets ? log.Bucket : roots[0].Bucket)}/{log.Key.AsSpan(0, slash)}";
            if (_compared.ContainsKey(folder)) _late.Add(log.Key);
            else if (_named.TryGetValue(folder, out var files)) files.Add(log.Key[slash..]);
            else if (roots.Any(root => (root.Bucket == log.Bucket || !evidence.KnowsBuckets) && log.Key.StartsWith(root.Logs(lane), StringComparison.Ordinal))) _named[folder] = [log.Key[slash..]];
        }
    }

    /// <summary>Compares the days that end before a moment up to which digests were followed.</summary>
    /// <param name="from">From when on files must be listed.</param>
    /// <param name="settled">Up to when digests were followed.</param>
    /// <param name="windows">What no proved digest tells of.</param>
    /// <param name="cancellation">Ends the listings.</param>
    public async Task AdvanceAsync(DateTimeOffset from, DateTimeOffset settled, Windows windows, CancellationToken cancellation)
    {
        _next ??= from.UtcDateTime.Date;
        for (; _next.Value.AddDays(1) + DeliveryTime + Lateness.Hour < settled; _next = _next.Value.AddDays(1))
            await StartAsync(_next.Value, file => Judge(file, from, DateTimeOffset.MaxValue, windows), cancellation).ConfigureAwait(false);
    }

    /// <summary>Compares the days that are left, and what is younger than the newest digest.</summary>
    /// <param name="from">From when on files must be listed.</param>
    /// <param name="newest">The end of the newest digest.</param>
    /// <param name="to">Up to when is asked.</param>
    /// <param name="windows">What no proved digest tells of.</param>
    /// <param name="cancellation">Ends the listings.</param>
    public async Task FinishAsync(DateTimeOffset from, DateTimeOffset newest, DateTimeOffset? to, Windows windows, CancellationToken cancellation)
    {
        void JudgeLast(ListedObject file)
        {
            if (to is { } end && (TimeOf(file) ?? DateTimeOffset.MinValue) > end) return;
            Judge(file, from, newest, windows);
        }

        _next ??= from.UtcDateTime.Date;
        for (; _next.Value <= newest; _next = _next.Value.AddDays(1))
            await StartAsync(_next.Value, JudgeLast, cancellation).ConfigureAwait(false);
        foreach (var root in roots)
            _running.Add(CompareAsync(root, root.Logs(lane), $"{root.Logs(lane)}{LogRoot.Day(newest)}{Last}", [], JudgeLast, cancellation));
        await Task.WhenAll(_running).ConfigureAwait(false);
        if (_late.Count > 0) ledger.Retract(finding => finding.Kind == FindingKind.LogUnlisted && _late.Contains(finding.Key ?? ""));
    }

    /// <summary>Waits until no listing is under way any more, whatever comes of them.</summary>
    public async Task DrainAsync() => await ((Task)Task.WhenAll(_running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Whether there is any log file at all from a moment on.</summary>
    public async Task<bool> AnyAsync(DateTimeOffset? from, CancellationToken cancellation)
    {
        foreach (var root in roots)
            await foreach (var file in evidence.ListAsync(root.Bucket, root.Logs(lane), from is { } time ? root.Logs(lane) + LogRoot.Day(time) : null, cancellation).ConfigureAwait(false))
                if (!IsMarker(file)) return true;
        return false;
    }

    private async Task StartAsync(DateTimeOffset day, Action<ListedObject> judge, CancellationToken cancellation)
    {
        foreach (var root in roots)
        {
            var prefix = root.Logs(lane) + LogRoot.Day(day);
            _compared[$"{root.Bucket}/{prefix}"] = true;
            _named.Remove($"{root.Bucket}/{prefix}", out var named);
            while (_running.Count >= DaysAtOnce)
            {
                var done = await Task.WhenAny(_running).ConfigureAwait(false);
                _running.Remove(done);
                await done.ConfigureAwait(false);
            }

            _running.Add(CompareAsync(root, prefix, null, named ?? [], judge, cancellation));
        }
    }

    private async Task CompareAsync(LogRoot root, string prefix, string? after, HashSet<string> named, Action<ListedObject> judge, CancellationToken cancellation)
    {
        try
        {
            await foreach (var file in evidence.ListAsync(root.Bucket, prefix, after, cancellation).ConfigureAwait(false))
                if (!named.Contains(file.Key[(file.Key.LastIndexOf('/') + 1)..]) && !IsMarker(file))
                    judge(file);
        }
        catch (OrgTrailException refusal)
        {
            ledger.Add(DateTimeOffset.MaxValue, LogFindings.ListingRefused(prefix, refusal.Problem));
        }
    }

    private void Judge(ListedObject file, DateTimeOffset from, DateTimeOffset newest, Windows windows)
    {
        var time = TimeOf(file);
        // What is named like no log file has no time to excuse it by.
        if (time is { } made && (made < Minute(from) || windows.Contains(made))) return;
        if (time > newest - DeliveryTime)
        {
            if (Interlocked.Increment(ref _young) <= MostYoung) ledger.Add(time.Value, LogFindings.NotYetListed(file.Key));
            return;
        }

        _found.Add(time ?? newest);
        ledger.Add(time ?? newest, LogFindings.Unlisted(file.Key, IsShared));
    }

    private static DateTimeOffset Minute(DateTimeOffset time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMinute), time.Offset);

    private static DateTimeOffset? TimeOf(ListedObject file) => DeliveredName.Parse(file.Key)?.LogTime();

    // CreateTrail's probe leaves objects without content that are named like folders.
    private static bool IsMarker(ListedObject file) => file.Size == 0 && file.Key.EndsWith('/');
}
