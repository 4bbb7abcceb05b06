namespace OrgTrail;

/// <summary>What a finding says about the logs.</summary>
public enum FindingSeverity
{
    /// <summary>They are not what CloudTrail delivered.</summary>
    Failure,

    /// <summary>Good to know, and no fault.</summary>
    Notice,

    /// <summary>Whether they are is not known, since something could not be read.</summary>
    Unknown,
}
