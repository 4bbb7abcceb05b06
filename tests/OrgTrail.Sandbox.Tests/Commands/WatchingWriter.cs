using System.Text;

namespace OrgTrail.Sandbox.Tests.Commands;

/// <summary>Writes to another writer, and does something when a certain line comes.</summary>
internal sealed class WatchingWriter(TextWriter target, Func<string, bool> isAwaited, Action<string> whenItComes) : TextWriter
{
    public override Encoding Encoding => target.Encoding;

    public override async Task WriteLineAsync(string? value)
    {
        await target.WriteLineAsync(value);
        if (value is not null && isAwaited(value)) whenItComes(value);
    }
}
