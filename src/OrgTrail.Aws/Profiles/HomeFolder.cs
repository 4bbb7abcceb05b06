using OrgTrail.Aws.Connection;

namespace OrgTrail.Aws.Profiles;

/// <summary>
/// The user's home folder. Where HOME names none, there is none: the current folder, in which the AWS SDK for .NET would look
/// then, is often that of somebody else, and a profile there can name a program to run.
/// </summary>
internal static class HomeFolder
{
    /// <summary>The folder; <see langword="null"/> when the environment names none, or only a relative path.</summary>
    public static string? Path => Absolute("HOME") ?? Absolute("USERPROFILE");

    /// <summary>A path with the home folder in place of the ~ at its beginning, as the AWS CLI reads those of the environment; <see langword="null"/> when there is no home folder.</summary>
    public static string? Resolve(string path) => path switch
    {
        "~" => Path,
        ['~', '/' or '\\', .. var rest] => Path is { } home ? System.IO.Path.Combine(home, rest.Replace('/', System.IO.Path.DirectorySeparatorChar)) : null,
        _ => path,
    };

    private static string? Absolute(string variable) =>
        EnvironmentVariable.Get(variable) is { } folder && System.IO.Path.IsPathFullyQualified(folder) ? folder : null;
}
