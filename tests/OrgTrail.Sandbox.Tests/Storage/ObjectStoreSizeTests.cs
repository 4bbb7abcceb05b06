using System.Diagnostics;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Tests.Storage;

[Collection(MeasuredAlone.Name)]
public sealed class ObjectStoreSizeTests(ITestOutputHelper output)
{
    private const int Objects = 100_000;
    private static readonly DateTimeOffset Then = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void A_hundred_thousand_digests_take_little_memory_although_each_has_a_signature_of_its_own()
    {
        using var store = new ObjectStore();
        var content = new byte[500];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Objects; i++)
            store.Put("trail-logs", Key(i), content, Headers(i), Then);
        clock.Stop();
        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / Objects;
        output.WriteLine($"{Objects} puts in {clock.ElapsedMilliseconds} ms, {each} bytes of memory an object, of them {Key(0).Length} for the key");

        Assert.InRange(each, 1, 600);
        Assert.Equal(Objects, store.List("trail-logs", "AWSLogs/o-exampleorgid/", "").Count());
        Assert.Equal(Headers(77)["x-amz-meta-signature"], store.Find("trail-logs", Key(77))!.Headers["x-amz-meta-signature"]);
    }

    [Fact]
    public void To_find_a_key_among_very_many_takes_hardly_longer_than_among_few()
    {
        var (few, many) = (TimeToFind(1_000), TimeToFind(200_000));
        output.WriteLine($"{few.TotalMicroseconds:F1} µs among 1,000 objects, {many.TotalMicroseconds:F1} µs among 200,000");

        // A walk over all of them would take 200 times as long.
        Assert.True(many < 20 * few);
    }

    private static TimeSpan TimeToFind(int objects)
    {
        using var store = new ObjectStore();
        for (var i = 0; i < objects; i++)
            store.Put("trail-logs", $"AWSLogs/{i % 1_000:D12}/{i:D8}", default, HeaderSets.None, Then);
        return Enumerable.Range(0, 5).Min(_ => Find());

        TimeSpan Find()
        {
            var clock = Stopwatch.StartNew();
            for (var i = 0; i < 1_000; i++)
                Assert.NotNull(store.List("trail-logs", $"AWSLogs/{i:D12}/", $"AWSLogs/{i:D12}/00000000").FirstOrDefault() ?? store.List("trail-logs", $"AWSLogs/{i:D12}/", "").First());
            return clock.Elapsed / 1_000;
        }
    }

    private static string Key(int i) =>
        $"AWSLogs/o-exampleorgid/{i % 50:D12}/CloudTrail-Digest/eu-central-1/2026/01/02/{i % 50:D12}_CloudTrail-Digest_eu-central-1_acme_us-east-1_{i:D8}T000000Z.json.gz";

    private static Dictionary<string, string> Headers(int i) => new()
    {
        ["content-type"] = "application/json",
        ["content-encoding"] = "gzip",
        ["x-amz-meta-signature"] = string.Concat(Enumerable.Repeat($"{i:x8}", 64)),
        ["x-amz-meta-signature-algorithm"] = "SHA256withRSA",
    };
}
