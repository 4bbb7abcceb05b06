namespace OrgTrail.Aws.Profiles;

/// <summary>A place where profiles are kept.</summary>
internal interface IProfileStore
{
    /// <summary>The place, for a person who looks for a profile in vain.</summary>
    string Places { get; }

    /// <summary>The names of the profiles there.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>A profile by its name; <see langword="null"/> when there is none.</summary>
    Profile? Find(string name);
}
