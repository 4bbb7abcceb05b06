using System.Collections.Frozen;

namespace OrgTrail.Problems.Redaction;

/// <summary>
/// Finds secrets in a text in one pass, however many are known: every form is cut into blocks, the text is searched for
/// blocks, and from each that is found the run grows while text and form agree. So a part of a long secret is found,
/// too: what a cut-off answer, or a line with something in its margin, has of it.
/// </summary>
internal sealed class SecretIndex
{
    /// <summary>Shorter values are words of every day, and are taken out only where they stand for a password.</summary>
    public const int Shortest = 4;

    // From this length on, a value is taken out wherever it stands; shorter ones only where they stand alone.
    private const int Block = 8;

    // A run of a long secret that is no accident: 16 characters of base64 are 96 bits. Of a shorter one it is more than half,
    // unless that is a word, with which many passwords begin.
    private const int Run = 16;

    // Blocks of a form that look the same and are kept. A secret does not repeat itself; one that does may not cost its square.
    private const int MostAlike = 8;

    private readonly FrozenDictionary<ulong, (string Form, int Offset)[]> _blocks;
    private readonly string[] _short;

    public SecretIndex(IEnumerable<string> secrets)
    {
        string[] forms = [.. secrets.SelectMany(SecretForms.Of).Distinct(StringComparer.Ordinal)];
        _short = [.. forms.Where(form => form.Length < Block && IsNoWord(form))];
        _blocks = forms.Where(form => form.Length >= Block)
            .SelectMany(form => Blocks(form).GroupBy(block => KeyOf(form, block.Offset)).SelectMany(alike => alike.Take(MostAlike)))
            .GroupBy(block => KeyOf(block.Form, block.Offset))
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>Whether there is nothing to find.</summary>
    public bool IsEmpty => _blocks.Count == 0 && _short.Length == 0;

    /// <summary>Marks what a reading of a text shows of the secrets.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="marks">One mark for each character of the text.</param>
    public void Mark(Spelled[] reading, bool[] marks)
    {
        var folded = Folding.Of(reading);
        var text = new string([.. folded.Select(spelled => spelled.Character)]);
        for (var i = 0; i + Block <= text.Length; i++)
        {
            foreach (var (form, offset) in _blocks.GetValueOrDefault(KeyOf(text, i), []))
                MarkRun(text, i, form, offset, folded, marks);
        }

        if (_short.Length == 0) return;
        var (starts, ends) = WordCharacters(reading, marks.Length);
        foreach (var form in _short)
            MarkWords(text, form, starts, ends, folded, marks);
    }

    private static IEnumerable<(string Form, int Offset)> Blocks(string form)
    {
        for (var offset = 0; offset + Block <= form.Length; offset += Block)
            yield return (form, offset);
        if (form.Length % Block != 0) yield return (form, form.Length - Block);
    }

    // Exact for Latin-1; for the rest a collision costs a comparison.
    private static ulong KeyOf(string text, int from)
    {
        var key = 0UL;
        for (var i = from; i < from + Block; i++) key = (key << 8) ^ text[i];
        return key;
    }

    private static void MarkRun(string text, int at, string form, int offset, Spelled[] folded, bool[] marks)
    {
        // No further than decides: the blocks before and behind this one mark what is left of the run.
        int before = 0, after = 0;
        while (before < Run && before < at && before < offset && text[at - before - 1] == form[offset - before - 1]) before++;
        while (after < Run && at + after < text.Length && offset + after < form.Length && text[at + after] == form[offset + after]) after++;
        var length = before + after;
        if (after >= Block && (length == form.Length || length >= Run || (length > form.Length / 2 && IsNoWord(text.Substring(at - before, length)))))
            Mark(folded, at - before, at + after, marks);
    }

    // Looked up once for all that is found: a hostile text is a short secret over and over.
    private static (bool[] Starts, bool[] Ends) WordCharacters(Spelled[] reading, int length)
    {
        var (starts, ends) = (new bool[length + 1], new bool[length + 1]);
        foreach (var spelled in reading)
            if (char.IsLetterOrDigit(spelled.Character))
                starts[spelled.Start] = ends[spelled.End] = true;
        return (starts, ends);
    }

    private static void MarkWords(string text, string form, bool[] starts, bool[] ends, Spelled[] folded, bool[] marks)
    {
        for (var at = text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.Ordinal))
            if (!ends[folded[at].Start] && !starts[folded[at + form.Length - 1].End])
                Mark(folded, at, at + form.Length, marks);
    }

    private static void Mark(Spelled[] folded, int from, int to, bool[] marks) =>
        Array.Fill(marks, true, folded[from].Start, folded[to - 1].End - folded[from].Start);

    private static bool IsNoWord(string form) => !form.All(char.IsLetter) && !form.All(char.IsDigit);
}
