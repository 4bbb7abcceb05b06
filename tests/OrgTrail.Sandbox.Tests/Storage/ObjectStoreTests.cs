using System.Text;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Tests.Storage;

public sealed class ObjectStoreTests : IDisposable
{
    private static readonly DateTimeOffset Then = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly Dictionary<string, string> NoHeaders = [];
    private readonly ObjectStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void An_object_is_read_back_with_its_headers_and_the_MD5_of_its_bytes()
    {
        Put("b", "k", "hello", new() { ["content-type"] = "text/plain", ["x-amz-meta-signature"] = new string('f', 512) });

        var found = _store.Find("b", "k")!;
        Assert.Equal("hello", Text(found));
        Assert.Equal(5, found.Length);
        Assert.Equal("5d41402abc4b2a76b9719d911017c592", found.ETag);
        Assert.Equal(Then, found.LastModified);
        Assert.Equal("text/plain", found.Headers["content-type"]);
        Assert.Equal(512, found.Headers["x-amz-meta-signature"].Length);
        Assert.False(found.Headers.ContainsKey("x-amz-meta-other"));
    }

    [Fact]
    public void An_object_of_no_bytes_has_an_ETag_too()
    {
        Put("b", "k", "");

        Assert.Equal("", Text(_store.Find("b", "k")!));
        Assert.Equal("d41d8cd98f00b204e9800998ecf8427e", _store.Find("b", "k")!.ETag);
    }

    [Fact]
    public void Headers_that_many_objects_have_are_kept_once()
    {
        var first = Put("b", "1", "", new() { ["content-type"] = "a", ["content-encoding"] = "gzip" });
        var second = Put("b", "2", "", new() { ["content-encoding"] = "gzip", ["content-type"] = "a" });

        Assert.Same(first.Headers, second.Headers);
    }

    [Fact]
    public void A_second_put_replaces_and_who_had_found_the_first_still_reads_it()
    {
        Put("b", "k", "first");
        var first = _store.Find("b", "k")!;
        Put("b", "k", "the second");

        Assert.Equal("the second", Text(_store.Find("b", "k")!));
        Assert.Equal("first", Text(first));
        Assert.Single(_store.List("b", "", ""));
    }

    [Fact]
    public void A_deleted_object_is_gone_and_only_the_first_delete_says_so()
    {
        Put("b", "k", "x");

        Assert.True(_store.Delete("b", "k"));
        Assert.False(_store.Delete("b", "k"));
        Assert.Null(_store.Find("b", "k"));
        Assert.Empty(_store.List("b", "", ""));
        Assert.False(_store.Delete("other", "k"));
    }

    [Fact]
    public void Buckets_do_not_see_each_others_keys()
    {
        Put("a", "k", "of a");
        Put("b", "k", "of b");

        Assert.Equal("of a", Text(_store.Find("a", "k")!));
        Assert.Equal(["k"], _store.List("b", "", "").Select(found => found.Key));
        Assert.Empty(_store.List("c", "", ""));
    }

    [Fact]
    public void Keys_are_listed_by_their_UTF8_bytes()
    {
        // In UTF-16 the emoji's surrogates (U+D83D…) come before U+FF21, in UTF-8 behind it.
        string[] sorted = ["", "A", "a", "a b", "a+b", "a/", "a/b", "aa", "é", "\uFF21", "\U0001F600"];
        foreach (var key in sorted.Reverse())
            Put("b", key, key);

        Assert.Equal(sorted, _store.List("b", "", "").Select(found => found.Key).Prepend(""));
        Assert.Equal(["a/b", "aa", "é", "\uFF21", "\U0001F600"], _store.List("b", "", "a/").Select(found => found.Key));
    }

    [Theory]
    [InlineData("", "", 5000)]
    [InlineData("key-01", "", 1000)]
    [InlineData("key-01", "key-01500", 499)]
    [InlineData("key-01", "key-0", 1000)]
    [InlineData("key-01", "key-02", 0)]
    [InlineData("key-04999", "", 1)]
    [InlineData("key-04999", "key-04999", 0)]
    [InlineData("key-9", "", 0)]
    [InlineData("", "key-9", 0)]
    public void A_listing_begins_behind_a_key_and_ends_with_the_prefix(string prefix, string after, int expected)
    {
        for (var i = 4999; i >= 0; i--)
            Put("b", $"key-{i:D5}", "");

        var keys = _store.List("b", prefix, after).Select(found => found.Key).ToArray();
        Assert.Equal(expected, keys.Length);
        Assert.All(keys, key => Assert.StartsWith(prefix, key, StringComparison.Ordinal));
        Assert.Equal(keys.Distinct().Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void A_listing_goes_on_while_objects_come_and_go()
    {
        for (var i = 0; i < 200; i++)
            Put("b", $"k{i:D3}", "");

        var seen = new List<string>();
        foreach (var found in _store.List("b", "", ""))
        {
            seen.Add(found.Key);
            _store.Delete("b", found.Key);
            Put("b", "a" + found.Key, "");
        }

        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"k{i:D3}"), seen);
        Assert.Equal(200, _store.List("b", "ak", "").Count());
    }

    [Fact]
    public void Many_writers_and_readers_at_once_get_what_they_wrote()
    {
        Parallel.For(0, 4000, i =>
        {
            Put("b", $"k{i % 500}", $"value of k{i % 500}");
            Assert.Equal($"value of k{i % 500}", Text(_store.Find("b", $"k{i % 500}")!));
            Assert.True(_store.List("b", "k1", "").Take(20).All(found => found.Key.StartsWith("k1", StringComparison.Ordinal)));
        });

        Assert.Equal(500, _store.List("b", "", "").Count());
    }

    [Theory]
    [InlineData("../../orgtrail-escaped")]
    [InlineData("/tmp/orgtrail-escaped")]
    [InlineData("..\\orgtrail-escaped")]
    [InlineData("orgtrail-escaped")]
    public void A_key_is_never_a_path(string key)
    {
        Put("../bucket", key, "x");

        Assert.Equal("x", Text(_store.Find("../bucket", key)!));
        Assert.False(File.Exists(Path.Combine(_store.Folder, key)));
    }

    [Fact]
    public void Nothing_is_left_of_a_store_that_was_disposed_of()
    {
        var store = new ObjectStore();
        store.Put("b", "k", new byte[100], NoHeaders, Then);
        store.Dispose();

        Assert.False(Directory.Exists(store.Folder));
    }

    private StoredObject Put(string bucket, string key, string content, Dictionary<string, string>? headers = null) =>
        _store.Put(bucket, key, Encoding.UTF8.GetBytes(content), headers ?? NoHeaders, Then);

    private string Text(StoredObject stored) => Encoding.UTF8.GetString(_store.Read(stored).Span);
}
