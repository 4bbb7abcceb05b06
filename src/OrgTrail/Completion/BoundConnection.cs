using System.Collections;
using System.Management.Automation;
using OrgTrail.Connection;

namespace OrgTrail.Completion;

/// <summary>The connection that stands in a command line while an argument is completed.</summary>
internal static class BoundConnection
{
    /// <summary>The options that the parameters and the variables of the session come to.</summary>
    internal static ConnectionOptions From(IDictionary bound)
    {
        var stored = StoredConnection.Read(Variable);
        return new ConnectionOptions
        {
            AccessKey = Text(bound, nameof(ConnectedCmdlet.AccessKey)),
            SecretKey = SecretText.TryGet(bound[nameof(ConnectedCmdlet.SecretKey)])?.Reveal(),
            SessionToken = SecretText.TryGet(bound[nameof(ConnectedCmdlet.SessionToken)])?.Reveal(),
            Credential = Credential(bound) is { } credential ? credential.GetKeys : null,
            ProfileName = Text(bound, nameof(ConnectedCmdlet.ProfileName)),
            ProfileLocation = Text(bound, nameof(ConnectedCmdlet.ProfileLocation)),
            SessionCredential = stored.Credential,
            SessionProfileName = stored.ProfileName,
            Region = Text(bound, nameof(ConnectedCmdlet.Region)),
            SessionRegion = stored.Region,
            EndpointUrl = Text(bound, nameof(ConnectedCmdlet.EndpointUrl)),
        };
    }

    /// <summary>A parameter's value as text; <see langword="null"/> when it is not given.</summary>
    internal static string? Text(IDictionary bound, string parameter) =>
        bound[parameter]?.ToString() is { Length: > 0 } text ? text : null;

    // The session state of a runspace is closed to us while its pipeline runs, and at a press of the Tab key it does.
    private static object? Variable(string name) =>
        ScriptBlock.Create($"Get-Variable -Name {name} -ValueOnly -ErrorAction Ignore").InvokeReturnAsIs();

    private static AwsCredential? Credential(IDictionary bound) => bound[nameof(ConnectedCmdlet.Credential)] switch
    {
        null => null,
        PSObject wrapped => AwsCredential.TryGet(wrapped.BaseObject),
        var source => AwsCredential.TryGet(source),
    };
}
