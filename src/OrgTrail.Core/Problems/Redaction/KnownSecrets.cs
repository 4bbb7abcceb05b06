using System.Text;

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
    private volatile SecretIndex _index = new([]);

    /// <summary>Remembers a secret.</summary>
    public void Add(string secret)
    {
        lock (_gate)
        {
            if (secret.Length < SecretIndex.Shortest || _values.Contains(secret)) return;
            if (_values.Count == Most) _values.Dequeue();
            _values.Enqueue(secret);
            _index = new SecretIndex(_values);
        }
    }

    /// <summary>A text with a mask in place of each secret.</summary>
    public string Hide(string text, string mask)
    {
        var index = _index;
        if (index.IsEmpty) return text;

        var marks = new bool[text.Length];
        foreach (var reading in TextReading.Of(text))
            index.Mark(reading, marks);
        return marks.Contains(true) ? Masked(text, marks, mask) : text;
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
