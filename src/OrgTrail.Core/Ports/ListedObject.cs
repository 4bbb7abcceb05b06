namespace OrgTrail.Ports;

/// <summary>An object as a listing shows it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Size">How many bytes are stored.</param>
/// <param name="LastModified">When it was written; <see langword="null"/> where that is not known.</param>
/// <param name="StorageClass">For example <c>STANDARD</c> or <c>DEEP_ARCHIVE</c>; <see langword="null"/> where it is not told.</param>
internal sealed record ListedObject(string Key, long Size, DateTimeOffset? LastModified, string? StorageClass);
