using System.Globalization;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>Conditional requests (Amazon S3 user guide, "Preventing object overwrites and reading with conditional requests").</summary>
internal static class Preconditions
{
    /// <summary>Whether a read is answered by "not modified". Refuses when a condition fails.</summary>
    public static bool IsUnchanged(S3Request request, StoredObject stored, DateTimeOffset now)
    {
        Require(request, stored, "", now);
        return request.Header("If-None-Match") is { } unwanted
            ? Matches(unwanted, stored)
            : Past(request.Header("If-Modified-Since"), now) is { } since && Seconds(stored.LastModified) <= since;
    }

    /// <summary>Refuses when what must be the case is not; the source of a copy has headers of its own names.</summary>
    public static void Require(S3Request request, StoredObject stored, string prefix, DateTimeOffset now)
    {
        if (request.Header(prefix + "If-Match") is { } wanted)
        {
            if (!Matches(wanted, stored)) throw S3Errors.PreconditionFailed("If-Match");
        }
        else if (Time(request.Header(prefix + "If-Unmodified-Since")) is { } until && Seconds(stored.LastModified) > until)
        {
            throw S3Errors.PreconditionFailed("If-Unmodified-Since");
        }

        if (prefix.Length > 0 && request.Header(prefix + "If-None-Match") is { } unwanted && Matches(unwanted, stored))
            throw S3Errors.PreconditionFailed("If-None-Match");
        if (prefix.Length > 0 && Past(request.Header(prefix + "If-Modified-Since"), now) is { } since && Seconds(stored.LastModified) <= since)
            throw S3Errors.PreconditionFailed("If-Modified-Since");
    }

    /// <summary>Refuses a write over what is there, or not.</summary>
    public static void RequireForWrite(S3Request request, StoredObject? existing)
    {
        if (request.Header("If-None-Match") is not null && existing is not null)
            throw S3Errors.PreconditionFailed("If-None-Match");
        if (request.Header("If-Match") is not { } wanted) return;
        if (!Matches(wanted, existing ?? throw S3Errors.NoSuchKey(request.Key)))
            throw S3Errors.PreconditionFailed("If-Match");
    }

    /// <summary>Refuses to delete another object than the one that is meant.</summary>
    public static void RequireForDelete(S3Request request, StoredObject? existing, string? wanted)
    {
        if (wanted is not null && !Matches(wanted, existing ?? throw S3Errors.NoSuchKey(request.Key)))
            throw S3Errors.PreconditionFailed("If-Match");
    }

    private static bool Matches(string tags, StoredObject stored) =>
        tags.Split(',', StringSplitOptions.TrimEntries).Any(tag => tag == "*" || tag.Trim('"') == stored.ETag);

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    // "A recipient MUST ignore the If-Modified-Since header field" with a time that is still to come (RFC 9110, section 13.1.3).
    private static DateTimeOffset? Past(string? text, DateTimeOffset now) => Time(text) is { } time && time <= now ? time : null;

    // HTTP's times have no fractions.
    private static DateTimeOffset Seconds(DateTimeOffset time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), time.Offset);
}
