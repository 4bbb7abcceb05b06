using System.Collections;
using System.Reflection;

namespace OrgTrail.Problems;

/// <summary>Stands for an exception of others that shows a secret: what it says, without it.</summary>
internal sealed class RedactedException : Exception
{
    private readonly string _text;

    private RedactedException(Exception exception)
        : base(Secrets.Redact(exception.Message)) => _text = Secrets.Redact(exception.ToString());

    /// <summary>The exception as it is when nothing that can be seen of it shows a secret; otherwise what stands for it.</summary>
    public static Exception Of(Exception exception) => exception switch
    {
        OrgTrailException known => Of(known),
        _ when Shows(exception) => new RedactedException(exception),
        _ => exception,
    };

    // Ours were clean when they were made; what is known since then, they may show.
    private static OrgTrailException Of(OrgTrailException known) => known.ToString() is var text && Secrets.Mask(text) != text
        ? new(known.Problem.Masked(), known.InnerException)
        : known;

    /// <summary>All that the exception says of itself, its causes and its stack trace included.</summary>
    public override string ToString() => _text;

    private static bool Shows(Exception exception)
    {
        if (Texts(exception).Any(Secrets.AppearIn)) return true;
        var causes = exception is AggregateException several ? several.InnerExceptions : (IEnumerable<Exception?>)[exception.InnerException];
        return causes.OfType<Exception>().Any(Shows);
    }

    // Get-Error shows the public properties of an exception, and of all those behind it.
    private static IEnumerable<string> Texts(Exception exception) =>
    [
        exception.ToString(),
        .. exception.Data.Cast<DictionaryEntry>().Select(entry => $"{entry.Key}: {entry.Value}"),
        .. exception.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => Value(property, exception)).OfType<string>(),
    ];

    private static string? Value(PropertyInfo property, Exception exception)
    {
        if (property.PropertyType != typeof(string) && property.PropertyType != typeof(Uri)) return null;
        try
        {
            return property.GetValue(exception)?.ToString();
        }
        catch (TargetInvocationException)
        {
            // Get-Error shows nothing of it either.
            return null;
        }
    }
}
