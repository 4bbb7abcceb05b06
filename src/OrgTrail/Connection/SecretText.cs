using System.Management.Automation;
using System.Net;
using System.Security;
using OrgTrail.Problems;

namespace OrgTrail.Connection;

/// <summary>
/// A secret that was given as text or as a <see cref="SecureString"/>. PowerShell keeps the values of parameters in the
/// records of errors and logs: of this one it can show nothing.
/// </summary>
public sealed class SecretText
{
    private readonly string _text;

    // Not public: PowerShell would make a secret of any object by it, of those also that it shall refuse.
    private SecretText(string text)
    {
        Secrets.Know(text);
        _text = text;
    }

    /// <summary>Shows nothing.</summary>
    public override string ToString() => "***";

    /// <summary>A secret given as text.</summary>
    internal static SecretText Of(string text) => new(text);

    /// <summary>The secret that an argument is; <see langword="null"/> when it is none.</summary>
    internal static SecretText? TryGet(object? argument) => (argument is PSObject wrapped ? wrapped.BaseObject : argument) switch
    {
        SecretText secret => secret,
        string text => Of(text),
        SecureString secure => Of(new NetworkCredential("", secure).Password),
        _ => null,
    };

    /// <summary>The secret itself.</summary>
    internal string Reveal() => _text;
}
