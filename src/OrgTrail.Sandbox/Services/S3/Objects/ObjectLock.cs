using System.Globalization;
using System.Xml.Linq;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>What holds a version back from deletion (Amazon S3 user guide, "Locking objects with Object Lock"); it stands among the version's headers.</summary>
internal static class ObjectLock
{
    public const string Mode = "x-amz-object-lock-mode";
    public const string Until = "x-amz-object-lock-retain-until-date";
    public const string LegalHold = "x-amz-object-lock-legal-hold";
    public const string Governance = "GOVERNANCE";
    public const string Compliance = "COMPLIANCE";
    public const string On = "ON";
    public const string Off = "OFF";

    // Amazon S3 API reference, DefaultRetention: a year is not a calendar's.
    private const int DaysOfYear = 365;

    /// <summary>The headers of a new object with the default retention of its bucket, unless they bring one.</summary>
    public static IReadOnlyDictionary<string, string> WithDefault(SandboxBucket bucket, IReadOnlyDictionary<string, string> headers, DateTimeOffset time)
    {
        if (headers.ContainsKey(Mode) || ObjectLockSetting.DefaultOf(bucket) is not { } retention) return headers;
        var days = int.Parse((retention.Element("Days") ?? retention.Element("Years"))!.Value, CultureInfo.InvariantCulture) * (retention.Element("Years") is null ? 1 : DaysOfYear);
        return new Dictionary<string, string>(headers, StringComparer.Ordinal) { [Mode] = retention.Element("Mode")!.Value, [Until] = S3Xml.Time(time.AddDays(days)) };
    }

    /// <summary>Whether a request asks for a lock of its own.</summary>
    public static bool IsAsked(S3Request request) => request.Header(Mode) is not null || request.Header(Until) is not null || request.Header(LegalHold) is not null;

    /// <summary>Refuses a lock that makes no sense, or that the bucket has no place for; the date is brought into S3's form.</summary>
    public static void Settle(S3Request request, Dictionary<string, string> headers, DateTimeOffset now)
    {
        if (!IsAsked(request)) return;
        if (!request.Bucket.ObjectLockEnabled) throw S3Errors.InvalidRequest("Bucket is missing Object Lock Configuration");
        if (request.Header(Mode) is null != request.Header(Until) is null)
            throw S3Errors.InvalidArgument("x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied", request.Header(Mode) is null ? Until : Mode, request.Header(Mode) ?? request.Header(Until)!);
        if (request.Header(LegalHold) is { } hold) RequireHold(hold);
        if (request.Header(Mode) is not { } mode) return;
        RequireMode(mode);
        headers[Until] = S3Xml.Time(RequireFuture(request.Header(Until)!, now));
    }

    public static void RequireHold(string? hold)
    {
        if (hold is not (On or Off)) throw S3Errors.InvalidArgument("Legal Hold must be either of 'ON' or 'OFF'", LegalHold, hold ?? "");
    }

    public static void RequireMode(string mode)
    {
        if (mode is not (Governance or Compliance)) throw S3Errors.InvalidArgument("Unknown wormMode directive.", Mode, mode);
    }

    /// <summary>A date that is still to come.</summary>
    public static DateTimeOffset RequireFuture(string text, DateTimeOffset now)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until))
            throw S3Errors.InvalidArgument("The retain until date must be provided in ISO 8601 format", Until, text);
        return until > now ? until : throw S3Errors.InvalidArgument("The retain until date must be in the future!", Until, text);
    }

    /// <summary>Until when a version is retained; <see langword="null"/> when it is not.</summary>
    public static DateTimeOffset? RetainedUntil(StoredObject version) =>
        version.Headers.TryGetValue(Until, out var text) ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    /// <summary>Whether a version can be deleted for good.</summary>
    /// <param name="version">The version.</param>
    /// <param name="now">When.</param>
    /// <param name="bypassesGovernance">Whether who asks may bypass governance, and says so.</param>
    public static bool Allows(StoredObject version, DateTimeOffset now, bool bypassesGovernance) =>
        version.IsDeleteMarker
        || (version.Headers.GetValueOrDefault(LegalHold) != On
            && (RetainedUntil(version) is not { } until || until <= now || (bypassesGovernance && version.Headers[Mode] == Governance)));

    /// <summary>The lock as elements.</summary>
    public static XElement Retention(StoredObject version) => new(
        "Retention", new XElement("Mode", version.Headers[Mode]), new XElement("RetainUntilDate", version.Headers[Until]));

    public static AwsErrorException Protected() => S3Errors.AccessDenied("Access Denied because object protected by object lock.");
}
