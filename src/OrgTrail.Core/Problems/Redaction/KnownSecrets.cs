using System.Text;
using System.Text.RegularExpressions;

namespace OrgTrail.Problems.Redaction;

/// <summary>
/// The secrets that this process knows. They are kept for its life: a text that names one can come long after the
/// connection that it belonged to.
/// </summary>
internal sealed class KnownSecrets
{
    // Keys of a role are renewed every hour, so this is weeks; what is older has expired.
    private const int Most = 512;

    private readonly object _gate = new();
    private readonly Queue<string> _values = new();

    // Made when a text is looked at: keys come more often than errors do.
    private volatile SecretIndex? _index;

    /// <summary>Remembers a secret.</summary>
    public void Add(string secret)
    {
        lock (_gate)
        {
            if (secret.Length < SecretIndex.Shortest || _values.Contains(secret)) return;
            if (_values.Count == Most) _values.Dequeue();
            _values.Enqueue(secret);
            _index = null;
        }
    }

    /// <summary>A text with a mask in place of each secret.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mask">What is shown instead.</param>
    /// <param name="others">What else is hidden. It was found in the whole text, too: what one leaves of the other's would not be known any more.</param>
    public string Hide(string text, string mask, IReadOnlyCollection<Match> others)
    {
        var index = _index ?? NewIndex();
        if (index.IsEmpty && others.Count == 0) return text;

        var marks = new bool[text.Length];
        foreach (var other in others) marks.AsSpan(other.Index, other.Length).Fill(true);
        if (!index.IsEmpty)
            foreach (var reading in TextReading.Of(text))
                index.Mark(reading, marks);
        return marks.Contains(true) ? Masked(text, marks, mask) : text;
    }

    private SecretIndex NewIndex()
    {
        lock (_gate) return _index ??= new SecretIndex(_values);
    }

    private static string Masked(string text, bool[] marks, string mask)
    {
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!marks[i]) shown.Append(text[i]);
            else if (i == 0 || !marks[i - 1]) shown.Append(mask);
        }

        return shown.ToString();
    }
}
