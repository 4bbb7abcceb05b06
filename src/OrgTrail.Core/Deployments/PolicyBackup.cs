namespace OrgTrail;

/// <summary>A policy as it was before a command replaced it.</summary>
/// <param name="Resource">The ARN of the bucket or key that has the policy.</param>
/// <param name="Policy">The policy's JSON text, byte for byte.</param>
/// <param name="Path">The file that it was written to; <see langword="null"/> when none was asked for.</param>
public sealed record PolicyBackup(string Resource, string Policy, string? Path);
