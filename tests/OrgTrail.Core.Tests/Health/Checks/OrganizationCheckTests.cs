namespace OrgTrail.Core.Tests.Health.Checks;

public sealed class OrganizationCheckTests
{
    private readonly HealthScene _scene = new();

    [Fact]
    public async Task The_management_account_sees_the_whole_trail() =>
        Assert.Equal(CheckVerdict.Pass, (await _scene.EvaluateOneAsync("CallerRole")).Verdict);

    [Fact]
    public async Task A_delegated_administrator_sees_the_whole_trail()
    {
        _scene.Caller = HealthScene.Member;
        _scene.Administrators.Add(HealthScene.Member);

        var result = await _scene.EvaluateOneAsync("CallerRole");

        Assert.Equal(CheckVerdict.Pass, result.Verdict);
        Assert.Contains("a delegated administrator", result.Observed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_account_is_told_whose_credentials_see_more()
    {
        _scene.Caller = HealthScene.Member;
        _scene.Script.Refuse("IOrganizations.ListDelegatedAdministratorsAsync");

        var result = await _scene.EvaluateOneAsync("CallerRole");

        Assert.Equal(CheckVerdict.Unknown, result.Verdict);
        Assert.Equal($"Test-OrgTrail -Trail {HealthScene.Arn} -ProfileName <profile of account 111111111111>", result.Remedy);
    }

    [Theory]
    [InlineData("ALL", CheckVerdict.Pass, "")]
    [InlineData("CONSOLIDATED_BILLING", CheckVerdict.Fail, "Enable-OrgAllFeatures")]
    public async Task The_organization_needs_all_features(string features, CheckVerdict verdict, string remedy)
    {
        _scene.FeatureSet = features;

        var result = await _scene.EvaluateOneAsync("AllFeatures");

        Assert.Equal(verdict, result.Verdict);
        Assert.Equal(remedy, result.Remedy);
    }

    [Fact]
    public async Task An_account_without_an_organization_is_told_so()
    {
        _scene.Script.Refuse("IOrganizations.DescribeAsync", "OrganizationsNotInUse", ProblemKind.InvalidState);

        var result = await _scene.EvaluateOneAsync("AllFeatures");

        Assert.Equal(CheckVerdict.Unknown, result.Verdict);
        Assert.Equal("Do better.", result.Remedy);
    }

    [Fact]
    public async Task Trusted_access_that_is_off_fails()
    {
        _scene.TrustedServices.Clear();

        var result = await _scene.EvaluateOneAsync("TrustedAccess");

        Assert.Equal(CheckVerdict.Fail, result.Verdict);
        Assert.Equal("Enable-OrgTrustedAccess", result.Remedy);
    }

    [Fact]
    public async Task Trusted_access_that_is_off_explains_a_trail_that_is_an_account_trail_now()
    {
        _scene.TrustedServices.Clear();
        _scene.Trail = HealthScene.NewTrail(organization: false);

        var results = await _scene.EvaluateAsync("TrustedAccess", "OrganizationTrail");

        Assert.Contains("what becomes of an organization trail", results["TrustedAccess"].Observed, StringComparison.Ordinal);
        Assert.Equal($"Enable-OrgTrustedAccess; Set-OrgTrail -Trail {HealthScene.Arn} -IsOrganizationTrail $true", results["TrustedAccess"].Remedy);
        Assert.Equal(results["TrustedAccess"].Remedy, results["OrganizationTrail"].Remedy);
        Assert.Equal(CheckVerdict.Fail, results["OrganizationTrail"].Verdict);
    }

    [Fact]
    public async Task Trusted_access_that_cannot_be_seen_names_the_permission()
    {
        _scene.Script.Refuse("IOrganizations.ListTrustedServicesAsync");

        var result = await _scene.EvaluateOneAsync("TrustedAccess");

        Assert.Equal(CheckVerdict.Unknown, result.Verdict);
        Assert.Equal(
            "Allow the caller organizations:ListAWSServiceAccessForOrganization, or run the command with credentials of the management account or a delegated administrator for CloudTrail.",
            result.Remedy);
        Assert.Equal("AccessDenied", Assert.IsType<Problem>(Assert.Single(result.Details)).Id);
    }

    [Theory]
    [InlineData(true, CheckVerdict.Pass, "")]
    [InlineData(false, CheckVerdict.Fail, "aws iam create-service-linked-role --aws-service-name cloudtrail.amazonaws.com")]
    public async Task The_management_account_needs_the_service_linked_role(bool exists, CheckVerdict verdict, string remedy)
    {
        _scene.HasRole = exists;

        var result = await _scene.EvaluateOneAsync("ServiceLinkedRole");

        Assert.Equal(verdict, result.Verdict);
        Assert.Equal(remedy, result.Remedy);
    }

    [Fact]
    public async Task Other_accounts_do_not_see_the_management_accounts_roles()
    {
        _scene.Caller = HealthScene.Member;
        _scene.Administrators.Add(HealthScene.Member);

        Assert.Equal(CheckVerdict.Unknown, (await _scene.EvaluateOneAsync("ServiceLinkedRole")).Verdict);
        Assert.DoesNotContain("IRoles.ExistsAsync", _scene.Script.Calls);
    }

    [Fact]
    public async Task A_second_organization_trail_is_a_warning_that_names_it()
    {
        _scene.Trails.Add(HealthScene.NewTrail("old", "eu-west-1"));
        _scene.Trails.Add(HealthScene.NewTrail("own", organization: false));

        var result = await _scene.EvaluateOneAsync("DuplicateTrails");

        Assert.Equal(CheckVerdict.Warning, result.Verdict);
        // Which one works is not known here: the other would say the same of this one.
        Assert.Equal("Remove-OrgTrail -Trail <ARN of the trail to do without>", result.Remedy);
        Assert.Equal(["arn:aws:cloudtrail:eu-west-1:111111111111:trail/old"], result.Details);
    }

    [Fact]
    public async Task An_organization_trail_for_data_events_alone_is_no_duplicate()
    {
        _scene.Trails.Add(HealthScene.NewTrail("objects", "eu-west-1"));
        _scene.Script.On("ITrailSelectors.GetEventsAsync", call => ((string)call[0]!).EndsWith("/objects", StringComparison.Ordinal)
            ? new EventSelectors { Basic = [new() { IncludeManagementEvents = false, DataResources = [new() { Type = "AWS::S3::Object", Values = ["arn:aws:s3"] }] }] }
            : _scene.Selectors);

        Assert.Equal(CheckVerdict.Pass, (await _scene.EvaluateOneAsync("DuplicateTrails")).Verdict);
    }

    [Fact]
    public async Task Beside_Control_Towers_trail_the_other_one_is_to_remove()
    {
        _scene.Trails.Add(HealthScene.NewTrail("aws-controltower-BaselineCloudTrail"));
        _scene.Trail = _scene.Trails[^1];

        var result = await _scene.EvaluateOneAsync("DuplicateTrails");

        Assert.Equal($"Remove-OrgTrail -Trail {HealthScene.Arn}", result.Remedy);
    }

    [Fact]
    public async Task Control_Towers_trail_is_not_the_one_to_remove()
    {
        _scene.Trails.Add(HealthScene.NewTrail("aws-controltower-BaselineCloudTrail"));

        var result = await _scene.EvaluateOneAsync("DuplicateTrails");

        Assert.Contains("belongs to AWS Control Tower", result.Observed, StringComparison.Ordinal);
        Assert.Equal($"Remove-OrgTrail -Trail {HealthScene.Arn}", result.Remedy);
    }

    [Fact]
    public async Task A_Region_that_does_not_tell_its_trails_leaves_duplicates_unknown()
    {
        _scene.Trails.Add(HealthScene.NewTrail("old", "eu-west-1"));
        _scene.Script.Refuse("ITrails.DescribeAsync");

        var result = await _scene.EvaluateOneAsync("DuplicateTrails");

        Assert.Equal(CheckVerdict.Unknown, result.Verdict);
        Assert.StartsWith("Allow the caller cloudtrail:ListTrails, cloudtrail:DescribeTrails and cloudtrail:GetEventSelectors", result.Remedy, StringComparison.Ordinal);
    }
}
