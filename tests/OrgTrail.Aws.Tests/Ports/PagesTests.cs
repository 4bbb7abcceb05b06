using OrgTrail.Aws.Errors;
using OrgTrail.Aws.Ports;

namespace OrgTrail.Aws.Tests.Ports;

public sealed class PagesTests
{
    private int _read;

    [Fact]
    public async Task Pages_follow_one_another_until_none_is_named() =>
        Assert.Equal(["a", "b", "c"], await ReadAsync(page => page switch { 0 => (["a"], "1"), 1 => ([], "2"), _ => (["b", "c"], null) }));

    [Fact]
    public async Task A_page_that_names_another_may_leave_its_list_out() =>
        Assert.Equal(["a"], await ReadAsync(page => page == 0 ? (null, "1") : (["a"], "")));

    [Fact]
    public async Task The_last_page_without_a_list_is_no_end() => await RefusedAsync(page => page == 0 ? (["a"], "1") : (null, null), pages: 2);

    [Fact]
    public Task A_token_that_repeats_ends_the_listing() => RefusedAsync(_ => (["a"], "again"), pages: 2);

    [Fact]
    public Task A_circle_of_tokens_ends_the_listing() => RefusedAsync(page => (["a"], $"{page % 7}"), pages: 8);

    [Fact]
    public Task Pages_without_an_item_end_the_listing() => RefusedAsync(page => ([], $"{page}"), Pages.MostEmpty);

    [Fact]
    public async Task Pages_without_an_item_are_counted_in_a_row() =>
        Assert.Equal(3, (await ReadAsync(page => (page % 900 == 0 ? ["a"] : [], page < 2500 ? $"{page}" : null))).Count);

    [Fact]
    public Task Pages_without_an_end_end_the_listing() => RefusedAsync(page => (["a"], $"{page}"), Pages.Most);

    private async Task RefusedAsync(Func<int, (IReadOnlyList<string>? Items, string? Next)> answer, int pages)
    {
        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => ReadAsync(answer));
        Assert.Equal("ServiceFailed", exception.Problem.Id);
        Assert.Contains("ListThings", exception.Message, StringComparison.Ordinal);
        Assert.Equal(pages, _read);
    }

    private async Task<IReadOnlyList<string>> ReadAsync(Func<int, (IReadOnlyList<string>? Items, string? Next)> answer)
    {
        var items = new List<string>();
        var found = Pages.ReadAsync(new ServiceCalls("Thing", TimeProvider.System), "ListThings", _ => Task.FromResult(answer(_read++)), page => page.Items, page => page.Next);
        await foreach (var item in found) items.Add(item);
        return items;
    }
}
