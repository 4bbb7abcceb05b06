using System.IO.Compression;
using OrgTrail.Integrity;

namespace OrgTrail.Core.Tests.Integrity;

public sealed class GzipMemberTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(80)]
    [InlineData(1000)]
    [InlineData(65536)]
    [InlineData(1_000_003)]
    public void The_check_sum_is_the_one_of_gzip(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        var expected = BitConverter.ToUInt32(Packing.Zip(bytes).AsSpan()[^8..]);

        Assert.Equal((expected, expected), (Crc32.Append(Crc32.Append(0, bytes.AsSpan(0, length / 3)), bytes.AsSpan(length / 3)), Crc32.AppendByTable(0, bytes)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(300_000)]
    public async Task One_member_comes_out_as_it_went_in(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes.AsSpan(0, length / 2));

        foreach (var level in new[] { CompressionLevel.NoCompression, CompressionLevel.Fastest, CompressionLevel.Optimal })
        {
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, level, leaveOpen: true)) gzip.Write(bytes);
            var (inflated, content) = await InflateAsync(length == 0 ? Packing.Empty : packed.ToArray());

            Assert.Equal((null, true, (long)length), (inflated.Defect, inflated.IsWhole, inflated.Size));
            Assert.Equal(bytes, content);
        }
    }

    [Fact]
    public async Task A_header_may_have_a_name_a_comment_and_more()
    {
        var packed = Packing.Zip("text");
        byte[] named = [0x1f, 0x8b, 8, 2 | 4 | 8 | 16, .. packed[4..10], 3, 0, 1, 2, 3, (byte)'a', 0, (byte)'b', 0, 9, 9, .. packed[10..]];

        Assert.Null((await InflateAsync(named)).Inflated.Defect);
    }

    [Fact]
    public async Task Every_cut_is_found()
    {
        var packed = Packing.Zip(new string('x', 500) + "end");
        for (var length = 0; length < packed.Length; length++)
            Assert.NotNull((await InflateAsync(packed[..length])).Inflated.Defect);
    }

    [Fact]
    public async Task A_bomb_is_left_in_time()
    {
        var inflated = await GzipMember.InflateAsync(new MemoryStream(Packing.Zip(new byte[1_000_000])), Packing.Zip(new byte[1_000_000]).Length, most: 100_000, _ => { }, default);

        Assert.False(inflated.IsWhole);
        Assert.Contains("more than", inflated.Defect, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_breaks_off_is_not_taken_for_one_that_was_cut()
    {
        var packed = Packing.Zip("text");

        await Assert.ThrowsAsync<EndOfStreamException>(() => GzipMember.InflateAsync(new MemoryStream(packed[..^4]), packed.Length, 1000, _ => { }, default));
    }

    private static async Task<(Inflated Inflated, byte[] Content)> InflateAsync(byte[] packed)
    {
        using var content = new MemoryStream();
        var inflated = await GzipMember.InflateAsync(new MemoryStream(packed), packed.Length, int.MaxValue, bytes => content.Write(bytes), default);
        return (inflated, content.ToArray());
    }
}
