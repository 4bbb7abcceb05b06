namespace OrgTrail.Health;

/// <summary>Before which changes of a trail a question is asked, too: AWS refuses them for what it finds, or the user should know.</summary>
[Flags]
internal enum AskedBefore
{
    /// <summary>Before none: it is about a trail that is there.</summary>
    Nothing = 0,

    /// <summary>Before a trail is created.</summary>
    Creation = 1,

    /// <summary>Before a trail is changed.</summary>
    Update = 2,

    /// <summary>Before both.</summary>
    AnyChange = Creation | Update,
}
