using OrgTrail.Aws.Tests.Support;
using OrgTrail.Ports;

namespace OrgTrail.Aws.Tests.Ports;

public sealed class AwsOrganizationsTests : ConnectionTest
{
    [Fact]
    public async Task Describe_shows_the_organization_in_todays_words()
    {
        using var cloud = await ConnectAsync(ByHand);
        var organization = await cloud.Organizations.DescribeAsync(default);

        Assert.Equal(("o-exampleorgid", "ALL", "111111111111"), (organization.Id, organization.FeatureSet, organization.ManagementAccountId));
        Assert.Equal("arn:aws:organizations::111111111111:organization/o-exampleorgid", organization.Arn);
        Assert.Equal("arn:aws:organizations::111111111111:account/o-exampleorgid/111111111111", organization.ManagementAccountArn);
    }

    [Fact]
    public async Task Trusted_services_come_from_all_pages_also_behind_empty_ones()
    {
        Aws.On("Organizations", "ListAWSServiceAccessForOrganization")
            .AnswersOnce("""{"EnabledServicePrincipals":[{"ServicePrincipal":"sso.amazonaws.com"}],"NextToken":"1"}""")
            .AnswersOnce("""{"EnabledServicePrincipals":[],"NextToken":"2"}""")
            .AnswersOnce("""{"EnabledServicePrincipals":[{"ServicePrincipal":"cloudtrail.amazonaws.com","DateEnabled":1735689600.0}]}""");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Equal(
            [new("sso.amazonaws.com", null), new TrustedService("cloudtrail.amazonaws.com", new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero))],
            await All(cloud.Organizations.ListTrustedServicesAsync(default)));
        Assert.Equal([null, "1", "2"], Aws.Calls.Select(call => call.Member("NextToken")));
    }

    [Fact]
    public async Task A_listing_that_is_left_early_asks_for_no_further_page()
    {
        Aws.On("Organizations", "ListAWSServiceAccessForOrganization").Answers("""{"EnabledServicePrincipals":[{"ServicePrincipal":"cloudtrail.amazonaws.com"}],"NextToken":"1"}""");
        using var cloud = await ConnectAsync(ByHand);
        await foreach (var _ in cloud.Organizations.ListTrustedServicesAsync(default)) break;
        Assert.Single(Aws.Calls);
    }

    [Fact]
    public async Task Trusted_access_is_switched_for_the_service_named()
    {
        Aws.TrustedAccess = false;
        using var cloud = await ConnectAsync(ByHand);
        await cloud.Organizations.EnableTrustedServiceAsync("cloudtrail.amazonaws.com", default);
        Assert.True(Aws.TrustedAccess);
        await cloud.Organizations.DisableTrustedServiceAsync("cloudtrail.amazonaws.com", default);
        Assert.False(Aws.TrustedAccess);
    }

    [Fact]
    public async Task Handshakes_are_those_of_the_change_to_all_features()
    {
        Aws.On("Organizations", "EnableAllFeatures").Answers("""{"Handshake":{"Id":"h-1","State":"REQUESTED","ExpirationTimestamp":1735689600.0}}""");
        Aws.On("Organizations", "ListHandshakesForOrganization")
            .AnswersOnce("""{"NextToken":"1"}""")
            .AnswersOnce("""{"Handshakes":[{"Id":"h-1","State":"OPEN"}]}""");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Equal(new Handshake("h-1", "REQUESTED", new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero)), await cloud.Organizations.EnableAllFeaturesAsync(default));
        Assert.Equal([new Handshake("h-1", "OPEN", null)], await All(cloud.Organizations.ListAllFeaturesHandshakesAsync(default)));
        Assert.All(Aws.CallsOf("Organizations", "ListHandshakesForOrganization"), call => Assert.Equal("""{"ActionType":"ENABLE_ALL_FEATURES"}""", call.Member("Filter")));
    }

    [Fact]
    public async Task Delegated_administrators_are_those_of_the_service()
    {
        Aws.On("Organizations", "ListDelegatedAdministrators")
            .AnswersOnce("""{"DelegatedAdministrators":[{"Id":"222222222222"}],"NextToken":"1"}""")
            .AnswersOnce("""{"DelegatedAdministrators":[{"Id":"333333333333"}]}""");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Equal(["222222222222", "333333333333"], (await All(cloud.Organizations.ListDelegatedAdministratorsAsync("cloudtrail.amazonaws.com", default))).Select(administrator => administrator.AccountId));
        Assert.All(Aws.Calls, call => Assert.Equal("cloudtrail.amazonaws.com", call.Member("ServicePrincipal")));
    }

    [Fact]
    public async Task Accounts_come_from_all_pages_with_the_state_in_either_of_its_members()
    {
        Aws.On("Organizations", "ListAccounts")
            .AnswersOnce("""{"Accounts":[{"Id":"111111111111","Name":"management","Status":"SUSPENDED","State":"ACTIVE","JoinedTimestamp":1735689600.0}],"NextToken":"1"}""")
            .AnswersOnce("""{"NextToken":"2"}""")
            .AnswersOnce("""{"Accounts":[{"Id":"222222222222","Status":"SUSPENDED"},{"Id":"333333333333"}]}""");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Equal(
            [
                new("111111111111", "management", "ACTIVE", new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero)),
                new("222222222222", "", "SUSPENDED", null),
                new Account("333333333333", "", "", null),
            ],
            await All(cloud.Organizations.ListAccountsAsync(default)));
        Assert.Equal([null, "1", "2"], Aws.Calls.Select(call => call.Member("NextToken")));
    }

    [Fact]
    public async Task A_delegated_administrator_is_shown_whole()
    {
        Aws.On("Organizations", "ListDelegatedAdministrators").Answers(
            """{"DelegatedAdministrators":[{"Id":"222222222222","Arn":"arn:aws:organizations::111111111111:account/o-exampleorgid/222222222222","Email":"audit@example.com","Name":"audit","Status":"ACTIVE","DelegationEnabledDate":1735689600.0}]}""");
        using var cloud = await ConnectAsync(ByHand);

        var administrator = Assert.Single(await All(cloud.Organizations.ListDelegatedAdministratorsAsync("cloudtrail.amazonaws.com", default)));

        Assert.Equal(("222222222222", "audit", "audit@example.com", "ACTIVE"), (administrator.AccountId, administrator.Name, administrator.Email, administrator.State));
        Assert.Equal("arn:aws:organizations::111111111111:account/o-exampleorgid/222222222222", administrator.Arn);
        Assert.Equal(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), administrator.DelegationEnabledDate);
    }

    [Theory]
    [InlineData("ConstraintViolationException", "SERVICE_ACCESS_NOT_ENABLED", "TrustedAccessNotEnabled")]
    [InlineData("ConstraintViolationException", "BRAND_NEW_REASON", "OrganizationConstraint")]
    [InlineData("HandshakeConstraintViolationException", "ORGANIZATION_ALREADY_HAS_ALL_FEATURES", "AllFeaturesAlreadyEnabled")]
    [InlineData("InvalidInputException", "UNRECOGNIZED_SERVICE_PRINCIPAL", "UnknownServicePrincipal")]
    public async Task The_reason_of_an_error_decides_what_it_means(string code, string reason, string id)
    {
        Aws.On("Organizations", "EnableAllFeatures").Fails(code, "You violated a constraint.", reason: reason);
        using var cloud = await ConnectAsync(ByHand);
        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.Organizations.EnableAllFeaturesAsync(default));

        Assert.Equal((id, code), (exception.Problem.Id, exception.Problem.ErrorCode));
        Assert.Contains(reason, exception.Problem.Why, StringComparison.Ordinal);
    }

    private static async Task<List<T>> All<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items) list.Add(item);
        return list;
    }

    [Fact]
    public async Task An_account_that_the_organization_does_not_have_is_none()
    {
        Aws.On("Organizations", "DescribeAccount")
            .AnswersOnce("""{"Account":{"Id":"222222222222","Name":"audit","Status":"ACTIVE"}}""")
            .FailsOnce("AccountNotFoundException", "You specified an account that doesn't exist.")
            .Fails("AccessDeniedException", "No.");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Equal(new Account("222222222222", "audit", "ACTIVE", null), await cloud.Organizations.FindAccountAsync("222222222222", default));
        Assert.Null(await cloud.Organizations.FindAccountAsync("333333333333", default));
        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.Organizations.FindAccountAsync("333333333333", default));
        Assert.Equal("AccessDenied", refusal.Problem.Id);
        Assert.Equal("222222222222", Aws.Calls[0].Member("AccountId"));
    }
}
