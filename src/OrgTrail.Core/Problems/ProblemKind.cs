namespace OrgTrail;

/// <summary>What sort of trouble a <see cref="Problem"/> is; decides the category of the error that a cmdlet writes.</summary>
public enum ProblemKind
{
    /// <summary>A value breaks a rule that is known before anything is sent.</summary>
    InvalidInput,

    /// <summary>Something that was named does not exist, or is not visible to the caller.</summary>
    NotFound,

    /// <summary>Something of that name exists already.</summary>
    AlreadyExists,

    /// <summary>The caller may not do this.</summary>
    PermissionDenied,

    /// <summary>The credentials are missing, incomplete, expired or refused.</summary>
    Authentication,

    /// <summary>Something else must be done first, or the state forbids it.</summary>
    InvalidState,

    /// <summary>A quota or a size limit is reached.</summary>
    LimitExceeded,

    /// <summary>Somebody else is changing the same thing.</summary>
    Conflict,

    /// <summary>The service asks for fewer calls.</summary>
    Throttled,

    /// <summary>The service cannot be reached.</summary>
    ConnectionFailed,

    /// <summary>The service did not answer in time.</summary>
    TimedOut,

    /// <summary>The service answered with an error of its own, or with something that is no answer.</summary>
    ServiceFailed,
}
