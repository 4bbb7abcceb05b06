using System.Xml.Linq;
using OrgTrail.Sandbox.State;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>Carries lifecycle rules out when the sandbox's time passes. What a lock holds stays.</summary>
internal sealed class LifecyclePass(SandboxContext context)
{
    private readonly BucketObjects _objects = new(context);

    /// <summary>Brings all buckets to this time.</summary>
    public void Pass(CancellationToken cancellation)
    {
        foreach (var bucket in context.State.S3.Buckets.Values)
        {
            var rules = LifecycleSetting.RulesOf(bucket).Where(rule => rule.IsEnabled).ToArray();
            if (rules.Length == 0) continue;
            foreach (var versions in context.Objects.ListVersions(bucket.Name, "", ""))
            {
                cancellation.ThrowIfCancellationRequested();
                Pass(bucket, rules, versions);
            }
        }
    }

    private void Pass(SandboxBucket bucket, LifecycleRule[] rules, IReadOnlyList<StoredObject> versions)
    {
        var now = context.Clock.Now;
        for (var place = versions.Count - 1; place > 0; place--)
            PassOlder(rules, versions[place], since: versions[place - 1].LastModified, newer: place - 1, now);

        var newest = versions[0];
        if (newest.IsDeleteMarker)
        {
            // A marker above nothing (same guide, "ExpiredObjectDeleteMarker"; an expiration in days does it too).
            if (context.Objects.Versions(bucket.Name, newest.Key).Count == 1 && rules.Any(rule => rule.Means(newest) && (IsTrue(rule.Expiration?.Element("ExpiredObjectDeleteMarker")) || rule.Expires(newest, now))))
                context.Objects.DeleteVersion(bucket.Name, newest.Key, newest.VersionId);
        }
        else if (rules.Any(rule => rule.Means(newest) && rule.Expires(newest, now)))
        {
            _objects.Delete(bucket, newest.Key);
        }
        else
        {
            Move(newest, rules.Where(rule => rule.Means(newest)).Select(rule => rule.TransitionOf(newest, newest.LastModified, now)));
        }
    }

    private void PassOlder(LifecycleRule[] rules, StoredObject version, DateTimeOffset since, int newer, DateTimeOffset now)
    {
        var meaning = rules.Where(rule => rule.Means(version)).ToArray();
        if (meaning.Any(rule => rule.ExpiresNoncurrent(since, newer, now)) && ObjectLock.Allows(version, now, bypassesGovernance: false))
            context.Objects.DeleteVersion(version.Bucket, version.Key, version.VersionId);
        else if (!version.IsDeleteMarker)
            Move(version, meaning.Select(rule => rule.TransitionOf(version, since, now)));
    }

    private void Move(StoredObject version, IEnumerable<string?> classes)
    {
        if (classes.OfType<string>().OrderByDescending(StorageClasses.Coldness).FirstOrDefault() is { } coldest)
            context.Objects.Change(version, new Dictionary<string, string>(version.Headers, StringComparer.Ordinal) { [StorageClasses.Header] = coldest });
    }

    private static bool IsTrue(XElement? element) => element?.Value == "true";
}
