using System.Security.Cryptography;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>Random choices. The same seed makes the same ones.</summary>
internal sealed class Draw(int seed)
{
    // The first numbers of neighbouring seeds are alike; those of their hashes are not.
    private readonly Random _random = new(BitConverter.ToInt32(SHA256.HashData(BitConverter.GetBytes(seed))));

    /// <summary>True this often.</summary>
    public bool Percent(int chance) => _random.Next(100) < chance;

    /// <summary>One of the choices, each as likely as the others.</summary>
    public T Of<T>(params ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];

    /// <summary>Some of the choices, each once at most, in random order.</summary>
    public T[] Some<T>(int least, int most, params T[] choices)
    {
        var shuffled = choices.ToArray();
        _random.Shuffle(shuffled);
        return shuffled[.._random.Next(least, Math.Min(most, choices.Length) + 1)];
    }

    /// <summary>All of the items, in random order.</summary>
    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        _random.Shuffle(shuffled);
        return shuffled;
    }

    /// <summary>A number between two, both of them possible.</summary>
    public int Between(int least, int most) => _random.Next(least, most + 1);
}
