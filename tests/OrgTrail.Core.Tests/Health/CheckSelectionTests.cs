using OrgTrail.Health;

namespace OrgTrail.Core.Tests.Health;

public sealed class CheckSelectionTests
{
    [Theory]
    [InlineData("logging", "", "Logging")]
    [InlineData("Key*", "", "KeyState KeyRegion KeyPolicy KeyRotation")]
    [InlineData("Key*,Logging,KeyState", "keyr*", "Logging KeyState KeyPolicy")]
    [InlineData("Key?tate", "", "KeyState")]
    public void Ids_and_wildcards_choose_checks_in_their_order(string wanted, string excluded, string chosen) =>
        Assert.Equal(chosen, string.Join(' ', CheckSelection.Of(Split(wanted), Split(excluded)).Ids));

    [Fact]
    public void Nothing_wanted_is_everything() =>
        Assert.Equal(CheckSelection.All.Ids.Except(["Coverage"]), CheckSelection.Of([], ["Coverage"]).Ids);

    [Theory]
    [InlineData("Loging", "")]
    [InlineData("", "Cov")]
    [InlineData("Z*", "")]
    public void An_unknown_id_is_refused_with_those_there_are(string wanted, string excluded)
    {
        var refusal = Assert.Throws<OrgTrailException>(() => CheckSelection.Of(Split(wanted), Split(excluded)));

        Assert.Equal("UnknownCheck", refusal.Problem.Id);
        Assert.Contains("Logging, ManagementEvents", refusal.Problem.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_choice_of_nothing_is_refused() =>
        Assert.Equal("NoCheckLeft", Assert.Throws<OrgTrailException>(() => CheckSelection.Of(["Logging"], ["Log*"])).Problem.Id);

    private static string[] Split(string ids) => ids.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
