namespace OrgTrail.Aws.Ports;

/// <summary>The SDK's times, which are UTC.</summary>
internal static class Time
{
    /// <summary>A time with its offset.</summary>
    public static DateTimeOffset? Utc(DateTime? time) => time is not { } given
        ? null
        : new DateTimeOffset(given.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(given, DateTimeKind.Utc) : given.ToUniversalTime());
}
