namespace OrgTrail.Connection;

/// <summary>What an operation tells its user while it works.</summary>
internal interface IFeedback
{
    /// <summary>A detail for those who ask for details.</summary>
    void Verbose(string message);

    /// <summary>Something the user should know although it is no error.</summary>
    void Warning(string message);

    /// <summary>A part of the work failed; the rest goes on.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="target">What it happened to.</param>
    void Failure(OrgTrailException exception, object target);

    /// <summary>What is being waited for, and for how long at most.</summary>
    void Progress(string activity, string status, TimeSpan remaining);

    /// <summary>How far a long piece of work has come.</summary>
    /// <param name="activity">What is being done.</param>
    /// <param name="status">How it stands, in numbers.</param>
    /// <param name="percent">From 0 to 100.</param>
    void Progress(string activity, string status, int percent);

    /// <summary>The wait or the work announced under this name is over.</summary>
    void ProgressDone(string activity);
}
