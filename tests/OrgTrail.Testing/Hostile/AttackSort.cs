namespace OrgTrail.Testing;

/// <summary>What an attack must lead to.</summary>
public enum AttackSort
{
    /// <summary>An error: there is no answer, whatever the client makes of it.</summary>
    NoAnswer,

    /// <summary>A time-out: the answer never ends.</summary>
    Endless,

    /// <summary>An error, unless the operation has no result and this is how it says so.</summary>
    Empty,

    /// <summary>An error, or a right result: what was changed may not matter.</summary>
    Changed,
}
