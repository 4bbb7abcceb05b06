namespace OrgTrail.Sandbox.Tests.Services.S3;

public sealed class ListingTests : IDisposable
{
    private readonly S3Scene _s3 = new();

    public void Dispose() => _s3.Dispose();

    [Fact]
    public void Keys_come_in_the_order_of_their_bytes_with_their_sizes()
    {
        Put("b", "a/2", "a/1", "ü", "\U0001F600", "\uFF21");

        var (keys, _, answer) = _s3.List("list-type=2");
        Assert.Equal(["a/1", "a/2", "b", "ü", "\uFF21", "\U0001F600"], keys);
        Assert.Equal(("6", "false", "1000"), (answer.Element("KeyCount")?.Value, answer.Element("IsTruncated")?.Value, answer.Element("MaxKeys")?.Value));
        var first = answer.Element("Contents")!;
        Assert.Equal(("1", "2026-03-04T05:06:07.890Z", "STANDARD"), (first.Element("Size")?.Value, first.Element("LastModified")?.Value, first.Element("StorageClass")?.Value));
        Assert.Null(first.Element("Owner"));
        Assert.NotNull(_s3.List("").Answer.Element("Contents")!.Element("Owner"));
    }

    [Theory]
    [InlineData("", "/", "top", "a/ b/ c/")]
    [InlineData("a/", "/", "a/1 a/2", "a/x/")]
    [InlineData("a/x/", "/", "a/x/1", "")]
    [InlineData("a", "/", "", "a/")]
    [InlineData("", "x/", "b/1 c/1 top a/1 a/2", "a/x/")]
    [InlineData("b", "", "b/1", "")]
    [InlineData("zzz", "/", "", "")]
    public void A_delimiter_rolls_keys_up(string prefix, string delimiter, string keys, string prefixes)
    {
        Put("a/1", "a/2", "a/x/1", "b/1", "c/1", "top");

        foreach (var version in new[] { "list-type=2", "marker=" })
        {
            var listed = _s3.List($"{version}&prefix={prefix}&delimiter={delimiter}");
            Assert.Equal(keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), listed.Keys);
            Assert.Equal(prefixes.Split(' ', StringSplitOptions.RemoveEmptyEntries), listed.Prefixes);
        }
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "")]
    [InlineData(3, "/")]
    [InlineData(1, "/")]
    [InlineData(1000, "/")]
    public void Pages_of_version_2_make_the_whole(int size, string delimiter)
    {
        Put("a/1", "a/2", "a/\U0010FFFF", "a/\U0010FFFFb", "b", "c/1", "d", "e/1/2");
        var all = Pages(size, delimiter).ToArray();

        Assert.Equal(delimiter.Length == 0 ? ["a/1", "a/2", "a/\U0010FFFF", "a/\U0010FFFFb", "b", "c/1", "d", "e/1/2"] : (string[])["a/", "b", "c/", "d", "e/"], all);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public void Pages_of_version_1_make_the_whole(string delimiter)
    {
        Put("a/1", "a/2", "b", "c/1");
        var found = new List<string>();
        for (var (marker, more) = ("", true); more;)
        {
            var page = _s3.List($"max-keys=1&delimiter={delimiter}&marker={marker}");
            found.AddRange(page.Keys.Concat(page.Prefixes));
            more = page.Answer.Element("IsTruncated")!.Value == "true";
            var next = page.Answer.Element("NextMarker")?.Value;
            Assert.Equal(more && delimiter.Length > 0, next is not null);
            marker = next ?? found[^1];
        }

        Assert.Equal(delimiter.Length == 0 ? ["a/1", "a/2", "b", "c/1"] : (string[])["a/", "b", "c/"], found);
    }

    [Fact]
    public void A_listing_with_a_delimiter_reads_no_more_than_it_answers()
    {
        var store = new CountingStore(_s3.Objects);
        for (var i = 0; i < 3000; i++)
            _s3.Objects.Put(S3Scene.Bucket, $"{i / 1000}/{i:D4}", default, new Dictionary<string, string>(), S3Scene.Start);

        var page = Sandbox.Services.S3.KeyListing.Read(store, S3Scene.Bucket, "", "/", "", 1000);
        Assert.Equal(["0/", "1/", "2/"], page.CommonPrefixes);
        Assert.InRange(store.Seen, 3, 10);
    }

    [Fact]
    public void A_listing_begins_behind_a_key()
    {
        Put("a", "b", "c");

        Assert.Equal(["c"], _s3.List("list-type=2&start-after=b").Keys);
        Assert.Equal(["c"], _s3.List("marker=b").Keys);
        Assert.Equal(["b", "c"], _s3.List("marker=aa").Keys);
    }

    [Theory]
    [InlineData("max-keys=x")]
    [InlineData("max-keys=-1")]
    [InlineData("max-keys=99999999999")]
    [InlineData("encoding-type=base64")]
    [InlineData("list-type=2&continuation-token=%25")]
    public void Nonsense_is_refused(string query) =>
        S3Scene.Refused(_s3.Call("GET", $"/acme-audit?{query}"), 400, "InvalidArgument");

    [Fact]
    public void No_keys_may_be_asked_for()
    {
        Put("a");

        var (keys, _, answer) = _s3.List("list-type=2&max-keys=0");
        Assert.Empty(keys);
        Assert.Equal("false", answer.Element("IsTruncated")?.Value);
    }

    [Fact]
    public void Keys_are_encoded_on_request()
    {
        Put("a b+c/ü&\u0001");

        Assert.Equal(["a%20b%2Bc/%C3%BC%26%01"], _s3.List("list-type=2&encoding-type=url").Keys);
        Assert.Contains("<Key>a b+c/ü&amp;&#x1;</Key>", S3Scene.Text(_s3.Call("GET", "/acme-audit?list-type=2")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_object_is_its_only_version()
    {
        Put("a", "b/c");

        var versions = S3Scene.Xml(_s3.Call("GET", "/acme-audit?versions&delimiter=%2F"));
        Assert.Equal(("a", "null", "true"), (versions.Element("Version")?.Element("Key")?.Value, versions.Element("Version")?.Element("VersionId")?.Value, versions.Element("Version")?.Element("IsLatest")?.Value));
        Assert.Equal("b/", versions.Element("CommonPrefixes")?.Value);
    }

    private IEnumerable<string> Pages(int size, string delimiter)
    {
        string? token = "";
        while (token is not null)
        {
            var page = _s3.List($"list-type=2&max-keys={size}&delimiter={delimiter}{(token.Length == 0 ? "" : $"&continuation-token={Uri.EscapeDataString(token)}")}");
            foreach (var found in page.Keys.Concat(page.Prefixes).Order(StringComparer.Ordinal))
                yield return found;
            token = page.Answer.Element("NextContinuationToken")?.Value;
        }
    }

    private void Put(params string[] keys)
    {
        foreach (var key in keys)
            _s3.Put(Uri.EscapeDataString(key), "x");
    }
}
