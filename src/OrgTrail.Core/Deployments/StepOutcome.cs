namespace OrgTrail;

/// <summary>What became of a step of a deployment.</summary>
public enum StepOutcome
{
    /// <summary>It was right already: nothing was sent.</summary>
    AlreadyRight,

    /// <summary>It cannot be seen from this account, or with these permissions, so it was left as it is, with a warning.</summary>
    Unknown,

    /// <summary>It is planned, and was not done.</summary>
    Planned,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>It failed; what came before it is done.</summary>
    Failed,

    /// <summary>It was not reached. Running the command again goes on from here.</summary>
    NotReached,
}
