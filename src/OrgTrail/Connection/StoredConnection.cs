using System.Management.Automation;

namespace OrgTrail.Connection;

/// <summary>
/// The connection of a PowerShell session, as <c>Set-AWSCredential</c> and <c>Set-DefaultAWSRegion</c> of AWS Tools for
/// PowerShell leave it in two variables.
/// </summary>
/// <param name="Credential">The credentials object in <c>$StoredAWSCredentials</c>.</param>
/// <param name="ProfileName">The name of a profile in <c>$StoredAWSCredentials</c>.</param>
/// <param name="Region">What <c>$StoredAWSRegion</c> says.</param>
internal sealed record StoredConnection(Func<AccessKeys>? Credential, string? ProfileName, string? Region)
{
    /// <summary>No variable is set.</summary>
    internal static StoredConnection None { get; } = new(null, null, null);

    /// <summary>Reads the variables.</summary>
    /// <param name="variable">The value of a variable; <see langword="null"/> when there is none.</param>
    internal static StoredConnection Read(Func<string, object?> variable)
    {
        var region = Unwrap(variable("StoredAWSRegion"))?.ToString();
        if (region is "") region = null;
        return Unwrap(variable("StoredAWSCredentials")) switch
        {
            null or "" => None with { Region = region },
            string profile => new(null, profile, region),
            // What is no credentials object says so when it is asked for keys, that is when nothing else was given.
            var source => new((AwsCredential.TryGet(source) ?? AwsCredential.Unusable(source)).GetKeys, null, region),
        };
    }

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
