using System.ComponentModel;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace OrgTrail.Connection;

/// <summary>
/// A credentials object of AWS Tools for PowerShell, or a <see cref="PSCredential"/> with an access key id and a secret
/// access key. AWS Tools' types live in another load context, so the object is read by its members, and asked again for
/// every signature.
/// </summary>
[TypeConverter(typeof(AwsCredentialConverter))]
public sealed class AwsCredential
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    // One object, one wrapper: connections with the same credentials object are the same connection.
    private static readonly ConditionalWeakTable<object, AwsCredential> Known = [];

    private readonly Func<AccessKeys> _read;

    private AwsCredential(Func<AccessKeys> read) => _read = read;

    /// <summary>Names the type and nothing of its content.</summary>
    public override string ToString() => nameof(AwsCredential);

    /// <summary>The keys, right now.</summary>
    /// <exception cref="OrgTrailException"><c>InvalidCredential</c>: the object has none to give.</exception>
    internal AccessKeys GetKeys()
    {
        AccessKeys keys;
        try
        {
            keys = _read();
        }
        catch (Exception exception) when (exception is not OrgTrailException)
        {
            // Whatever a foreign object throws: reflection wraps it, so the reason is one level down.
            throw WithoutKeys((exception.InnerException ?? exception).Message, exception);
        }

        if (keys.AccessKey is "") throw WithoutKeys("Its access key id is empty.", null);
        if (keys.SecretKey is "") throw WithoutKeys("Its secret access key is empty.", null);
        return keys;
    }

    /// <summary>The wrapper of a credentials object; <see langword="null"/> when <paramref name="source"/> is none.</summary>
    internal static AwsCredential? TryGet(object source)
    {
        if (Known.TryGetValue(source, out var known)) return known;
        return Reader(source) is { } read ? Known.GetValue(source, _ => new AwsCredential(read)) : null;
    }

    /// <summary>Stands for an object that is no credentials object: it fails when it is asked for keys.</summary>
    internal static AwsCredential Unusable(object source) =>
        Known.GetValue(source, static foreign => new AwsCredential(() => throw NotCredentials($"{foreign.GetType()}")));

    /// <summary>Says that an object is no credentials object.</summary>
    internal static OrgTrailException NotCredentials(string typeName) =>
        Invalid("These are no AWS credentials.", $"An object of type {typeName} cannot be used as credentials.", null);

    private static Func<AccessKeys>? Reader(object source)
    {
        if (source is PSCredential credential)
            return () => new AccessKeys(credential.UserName, credential.GetNetworkCredential().Password);

        // Amazon.Runtime.ImmutableCredentials.
        if (HasKeys(source.GetType())) return () => Read(source);

        // Amazon.Runtime.AWSCredentials, the base of all that AWS Tools hands out.
        var get = source.GetType().GetMethod("GetCredentials", Any, Type.EmptyTypes);
        if (get is not null && HasKeys(get.ReturnType)) return () => Read(get.Invoke(source, null)!);

        // Amazon.PowerShell.Common.AWSPSCredentials ($StoredAWSCredentials) keeps them in an internal property, an answer
        // of AWS STS in a public one.
        return source.GetType().GetProperty("Credentials", Any)?.GetValue(source) is { } inner ? Reader(inner) : null;
    }

    private static bool HasKeys(Type type) =>
        IsText(type, "AccessKey") && IsText(type, "SecretKey") && IsText(type, "Token");

    private static bool IsText(Type type, string name) => type.GetProperty(name, Any)?.PropertyType == typeof(string);

    private static AccessKeys Read(object immutable) => new(
        Text(immutable, "AccessKey"),
        Text(immutable, "SecretKey"),
        Text(immutable, "Token") is { Length: > 0 } token ? token : null);

    private static string Text(object source, string name) =>
        (string?)source.GetType().GetProperty(name, Any)!.GetValue(source) ?? "";

    private static OrgTrailException WithoutKeys(string why, Exception? cause) =>
        Invalid("The credentials object has no keys to give.", why, cause);

    private static OrgTrailException Invalid(string what, string why, Exception? cause) => new(
        new Problem(
            "InvalidCredential",
            ProblemKind.Authentication,
            what,
            "Pass an object from Get-AWSCredential, the Credentials of Use-STSRole, or a PSCredential with access key id and secret access key.")
        { Why = why },
        cause);
}
