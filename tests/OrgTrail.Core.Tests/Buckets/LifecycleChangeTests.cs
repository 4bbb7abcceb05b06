using OrgTrail.Buckets;

namespace OrgTrail.Core.Tests.Buckets;

public sealed class LifecycleChangeTests
{
    private static readonly LifecycleRule Own = new("OrgTrail", IsEnabled: true) { Prefix = "AWSLogs/", ArchiveAfterDays = 90, ExpireAfterDays = 2555, ExpireVersionsAfterDays = 60 };

    [Fact]
    public void What_is_not_said_of_the_rule_stays()
    {
        var changes = Between([Own], Bare.Wanted with { ArchiveAfterDays = 30 });

        Assert.Equal(
            ["Lifecycle rule OrgTrail: AWSLogs/, archived after 90 days, expired after 2555 days, old versions deleted 60 days later -> AWSLogs/, archived after 30 days, expired after 2555 days, old versions deleted 60 days later"],
            changes.Items.Select(change => change.Text));
    }

    [Fact]
    public void The_rule_of_another_prefix_stays_beside_the_new_one()
    {
        var changes = Between([Own], Bare.Wanted with { S3KeyPrefix = "other", ExpireAfterDays = 30 });

        Assert.Equal(["Lifecycle rule OrgTrail2: (none) -> other/AWSLogs/, expired after 30 days, old versions deleted 30 days later"], changes.Items.Select(change => change.Text));
    }

    [Fact]
    public void A_rule_that_somebody_switched_off_is_switched_on_when_it_is_asked_for()
    {
        var changes = Between([Own with { IsEnabled = false }], Bare.Wanted with { ArchiveAfterDays = 90 });

        Assert.Contains("disabled -> ", Assert.Single(changes.Items).Text, StringComparison.Ordinal);
        Assert.Empty(changes.Warnings);
    }

    [Fact]
    public void Rules_of_others_are_not_ours_whatever_their_folder()
    {
        var changes = Between([Own with { Id = "OrgTrailing" }, Own with { Id = "theirs" }], Bare.Wanted with { ExpireAfterDays = 30 });

        Assert.StartsWith("Lifecycle rule OrgTrail: (none)", Assert.Single(changes.Items).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_of_ours_that_somebody_made_another_of_stays_and_is_told()
    {
        var changes = Between([new("OrgTrail", IsEnabled: true)], Bare.Wanted with { ExpireAfterDays = 30 });

        Assert.StartsWith("Lifecycle rule OrgTrail2: ", Assert.Single(changes.Items).Text, StringComparison.Ordinal);
        Assert.Contains("Lifecycle rule OrgTrail of bucket acme-audit says more", Assert.Single(changes.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(90, 90)]
    [InlineData(null, 90)]
    [InlineData(2555, null)]
    public void Nothing_expires_before_it_is_archived(int? archive, int? expire) =>
        Refuses("ContradictoryLifecycle", [Own], Bare.Wanted with { ArchiveAfterDays = archive, ExpireAfterDays = expire }, objectLock: null);

    [Fact]
    public void Nothing_expires_while_it_is_locked()
    {
        Refuses("ContradictoryRetention", [], Bare.Wanted with { ExpireAfterDays = 364 }, new("GOVERNANCE", null, 1));
        Refuses("ContradictoryRetention", [Own], Bare.Wanted with { ObjectLock = new("COMPLIANCE", null, 10) }, objectLock: null);
    }

    [Fact]
    public void What_expires_with_its_lock_is_no_contradiction() =>
        Assert.Single(Between([], Bare.Wanted with { ExpireAfterDays = 365 }, new("GOVERNANCE", null, 1)).Items);

    [Fact]
    public void A_lock_without_retention_holds_nothing() =>
        Assert.Single(Between([], Bare.Wanted with { ExpireAfterDays = 1 }, new(null, null, null)).Items);

    private static BucketChanges Between(IReadOnlyList<LifecycleRule> rules, BucketSettings wanted, ObjectLock? objectLock = null) =>
        BucketChanges.Between(Bare.Right with { Lifecycle = new(rules), ObjectLock = new(objectLock) }, wanted);

    private static void Refuses(string id, IReadOnlyList<LifecycleRule> rules, BucketSettings wanted, ObjectLock? objectLock) =>
        Assert.Equal(id, Assert.Throws<OrgTrailException>(() => Between(rules, wanted, objectLock)).Problem.Id);
}
