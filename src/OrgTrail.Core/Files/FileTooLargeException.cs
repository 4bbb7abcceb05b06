namespace OrgTrail.Files;

/// <summary>A file has more bytes than one of its kind can have.</summary>
/// <param name="maximum">How many it may have.</param>
internal sealed class FileTooLargeException(int maximum)
    : IOException($"It has more than {maximum / 1024} KB, the most that is read.");
