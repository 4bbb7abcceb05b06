namespace OrgTrail.Pipeline;

/// <summary>A progress bar.</summary>
/// <param name="ActivityId">Which bar.</param>
/// <param name="Activity">What is being done.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Remaining">How long it takes at most; <see langword="null"/> when that is not known, or when it is over.</param>
internal sealed record ProgressBar(int ActivityId, string Activity, string Status, TimeSpan? Remaining)
{
    /// <summary>How far it is, from 0 to 100; <see langword="null"/> when that is not known.</summary>
    public int? Percent { get; init; }

    /// <summary>Whether the bar vanishes.</summary>
    public bool IsOver => Remaining is null && Percent is null;
}
