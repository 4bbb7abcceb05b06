namespace OrgTrail.Core.Tests.Integrity;

public sealed class RandomFlipsTests
{
    private const int Flips = 10_000;

    // RFC 1952: time, hints of the compressor, operating system. They are no content, and nothing signs them.
    private const int FirstUnsigned = 4;
    private const int LastUnsigned = 9;

    [Fact]
    public async Task No_flip_of_a_single_bit_is_missed()
    {
        var scene = new LaneScene(hours: 2, logs: 1);
        var random = new Random(20260301);
        var files = scene.Store.Files.ToArray();
        var harmless = 0;
        for (var flip = 0; flip < Flips; flip++)
        {
            var (place, file) = files[random.Next(files.Length)];
            var (index, bit) = (random.Next(file.Bytes.Length), 1 << random.Next(8));
            if (index is >= FirstUnsigned and <= LastUnsigned) continue;
            file.Bytes[index] ^= (byte)bit;

            var result = await scene.ProveAsync();

            // Bits that fill up the last byte of compressed data belong to nothing, and another way to compress may say the same.
            if (result.Verdict == IntegrityVerdict.Proven) harmless += IsSame(file.Bytes, index, bit) ? 1 : throw new InvalidOperationException($"{place.Key}: bit {bit} of byte {index} was missed.");
            else Assert.Equal([place.Key], result.Findings.Select(finding => finding.Key).Distinct());
            file.Bytes[index] ^= (byte)bit;
        }

        Assert.InRange(harmless, 0, Flips / 50);
    }

    private static bool IsSame(byte[] flipped, int index, int bit)
    {
        var after = Packing.Unzip(flipped);
        byte[] before = [.. flipped];
        before[index] ^= (byte)bit;
        return after.AsSpan().SequenceEqual(Packing.Unzip(before));
    }
}
