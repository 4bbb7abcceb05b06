namespace OrgTrail.Pipeline;

/// <summary>A progress bar.</summary>
/// <param name="ActivityId">Which bar.</param>
/// <param name="Activity">What is being done.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Remaining">How long it takes at most; <see langword="null"/> when it is over.</param>
internal sealed record ProgressBar(int ActivityId, string Activity, string Status, TimeSpan? Remaining);
