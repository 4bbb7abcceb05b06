namespace OrgTrail.Integrity;

/// <summary>A file is no digest.</summary>
/// <param name="defect">What shows it, to stand behind a name.</param>
internal sealed class DigestFormatException(string defect) : Exception(defect);
