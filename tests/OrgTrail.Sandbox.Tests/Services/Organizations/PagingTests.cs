namespace OrgTrail.Sandbox.Tests.Services.Organizations;

public sealed class PagingTests
{
    private readonly ServiceProbe _probe = ServiceProbe.WithOrganization(members: [.. Enumerable.Range(0, 44).Select(index => $"2{index:D11}")]);

    [Theory]
    [InlineData(null, false, new[] { 20, 20, 5 })]
    [InlineData(15, false, new[] { 15, 15, 15 })]
    [InlineData(null, true, new[] { 0, 20, 20, 5 })]
    public void Pages_hold_everything_once(int? size, bool emptyPages, int[] expected)
    {
        _probe.State.Organizations.EmptyPages = emptyPages;

        var pages = Pages(size);

        Assert.Equal(expected, pages.Select(page => page.Count));
        Assert.Equal(45, pages.SelectMany(page => page).Distinct().Count());
    }

    [Theory]
    [InlineData(0, "MIN_VALUE_EXCEEDED")]
    [InlineData(21, "MAX_VALUE_EXCEEDED")]
    public void A_page_has_one_to_twenty_entries(int size, string reason)
    {
        Assert.Equal(reason, (string?)_probe.Refusal("ListAccounts", new() { ["MaxResults"] = size }).Members["Reason"]);
    }

    [Fact]
    public void A_token_serves_the_operation_it_came_from()
    {
        var token = (string?)_probe.Organizations("ListAccounts")["NextToken"];

        Assert.Equal("INVALID_NEXT_TOKEN", Reason(token!));
        Assert.Equal("INVALID_NEXT_TOKEN", Reason("no token"));

        string? Reason(string next) => (string?)_probe.Refusal("ListRoots", new() { ["NextToken"] = next }).Members["Reason"];
    }

    private List<List<string?>> Pages(int? size)
    {
        var pages = new List<List<string?>>();
        string? token = null;
        do
        {
            var page = _probe.Organizations("ListAccounts", new() { ["MaxResults"] = size, ["NextToken"] = token });
            pages.Add([.. page["Accounts"]!.AsArray().Select(account => (string?)account!["Id"])]);
            token = (string?)page["NextToken"];
        }
        while (token is not null);
        return pages;
    }
}
