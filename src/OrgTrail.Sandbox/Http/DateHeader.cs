using System.Globalization;
using System.Text;

namespace OrgTrail.Sandbox.Http;

/// <summary>The header Date, worded anew once a second.</summary>
internal sealed class DateHeader(Func<DateTimeOffset> now)
{
    private Worded _worded = new(-1, []);

    /// <summary>The header with its line end.</summary>
    public ReadOnlyMemory<byte> Current
    {
        get
        {
            var moment = now();
            var second = moment.ToUnixTimeSeconds();
            var worded = _worded;
            if (worded.Second != second)
                _worded = worded = new(second, Encoding.ASCII.GetBytes($"Date: {moment.ToString("R", CultureInfo.InvariantCulture)}\r\n"));
            return worded.Line;
        }
    }

    private sealed record Worded(long Second, byte[] Line);
}
