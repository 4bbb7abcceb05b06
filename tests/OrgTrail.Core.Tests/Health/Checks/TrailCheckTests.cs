namespace OrgTrail.Core.Tests.Health.Checks;

public sealed class TrailCheckTests
{
    private readonly HealthScene _scene = new();

    [Fact]
    public async Task A_single_Region_trail_is_a_warning()
    {
        _scene.Trail = HealthScene.NewTrail(multiRegion: false);

        await ExpectAsync("MultiRegion", CheckVerdict.Warning, $"Set-OrgTrail -Trail {HealthScene.Arn} -IsMultiRegionTrail $true");
    }

    [Fact]
    public async Task A_home_Region_that_must_be_opted_in_to_is_a_warning_with_the_way_out()
    {
        _scene.Trail = HealthScene.NewTrail(home: "eu-central-2", prefix: "it's here");

        // The old trail goes only when the new one logs, with the same key and the same events.
        await ExpectAsync(
            "HomeRegion",
            CheckVerdict.Warning,
            "New-OrgTrailBucketPolicy -BucketName acme-audit -TrailName acme -S3KeyPrefix 'it''s here' -HomeRegion us-east-1 | Set-OrgTrailBucketPolicy "
            + $"| New-OrgTrail -KmsKeyId {HealthScene.Key} -StartLogging "
            + "&& Get-OrgTrailEventSelector -Trail arn:aws:cloudtrail:eu-central-2:111111111111:trail/acme | Set-OrgTrailEventSelector -Trail arn:aws:cloudtrail:us-east-1:111111111111:trail/acme "
            + "&& Remove-OrgTrail -Trail arn:aws:cloudtrail:eu-central-2:111111111111:trail/acme");
    }

    [Fact]
    public async Task Log_file_validation_that_is_off_is_a_warning()
    {
        _scene.Trail = HealthScene.NewTrail(validation: false);

        await ExpectAsync("LogFileValidation", CheckVerdict.Warning, $"Set-OrgTrail -Trail {HealthScene.Arn} -EnableLogFileValidation $true");
    }

    [Fact]
    public async Task A_trail_that_was_stopped_fails_with_the_time()
    {
        _scene.Status = HealthScene.NewStatus(logging: false);

        var result = await ExpectAsync("Logging", CheckVerdict.Fail, $"Start-OrgTrailLogging -Trail {HealthScene.Arn}");
        Assert.Equal("The trail has not logged since 2025-06-01 07:30Z.", result.Observed);
    }

    [Fact]
    public async Task A_trail_that_was_never_started_fails()
    {
        _scene.Status = new() { Name = "acme", TrailARN = HealthScene.Arn, HomeRegion = "us-east-1", IsLogging = false };

        var result = await ExpectAsync("Logging", CheckVerdict.Fail, $"Start-OrgTrailLogging -Trail {HealthScene.Arn}");
        Assert.Equal("The trail has never logged.", result.Observed);
    }

    [Theory]
    [InlineData("ReadOnly", "none that write")]
    [InlineData("WriteOnly", "none that read")]
    public async Task Basic_selectors_that_leave_out_reads_or_writes_fail(string type, string observed)
    {
        _scene.Selectors = new() { Basic = [new() { ReadWriteType = type }] };

        var result = await ExpectAsync("ManagementEvents", CheckVerdict.Fail);
        Assert.Contains(observed, result.Observed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Selectors_for_data_events_alone_fail()
    {
        _scene.Selectors = new() { Advanced = [Selector(("eventCategory", ["Data"], []), ("resources.type", ["AWS::S3::Object"], []))] };

        await ExpectAsync("ManagementEvents", CheckVerdict.Fail);
    }

    [Fact]
    public async Task An_excluded_service_is_a_warning_that_names_it()
    {
        _scene.Selectors = new() { Basic = [new() { ExcludeManagementEventSources = ["kms.amazonaws.com"] }] };

        var result = await ExpectAsync("ManagementEvents", CheckVerdict.Warning);
        Assert.Equal(["kms.amazonaws.com"], result.Details);
    }

    [Fact]
    public async Task What_one_advanced_selector_leaves_out_another_may_record()
    {
        _scene.Selectors = new()
        {
            Advanced =
            [
                Selector(("eventCategory", ["Management"], []), ("readOnly", ["false"], [])),
                Selector(("eventCategory", ["Management"], []), ("readOnly", ["true"], [])),
            ],
        };

        await ExpectAsync("ManagementEvents", CheckVerdict.Pass, "");
    }

    [Theory]
    [InlineData("eventSource", "iam.amazonaws.com", "", "eventSource Equals iam.amazonaws.com")]
    [InlineData("eventSource", "", "s3.amazonaws.com", "eventSource NotEquals s3.amazonaws.com")]
    [InlineData("userIdentity.arn", "", "arn:aws:iam::222222222222:role/quiet", "userIdentity.arn NotEquals arn:aws:iam::222222222222:role/quiet")]
    public async Task Selectors_that_filter_management_events_in_another_way_do_not_record_all(string field, string only, string except, string seen)
    {
        static string[] Values(string value) => value.Length > 0 ? [value] : [];
        AdvancedFieldSelector management = new() { Field = "eventCategory", Equals = ["Management"] };
        AdvancedFieldSelector filter = new() { Field = field, Equals = Values(only), NotEquals = Values(except) };
        _scene.Selectors = new() { Advanced = [new() { FieldSelectors = [management, filter] }] };

        var result = await ExpectAsync("ManagementEvents", CheckVerdict.Fail);
        Assert.Equal($"The trail records only management events with {seen}.", result.Observed);

        // Beside one that records them all they do no harm.
        _scene.Selectors = new() { Advanced = [new() { FieldSelectors = [management, filter] }, new() { FieldSelectors = [management] }] };
        await ExpectAsync("ManagementEvents", CheckVerdict.Pass);
    }

    [Theory]
    [InlineData("true", "", "none that write")]
    [InlineData("", "true", "none that read")]
    public async Task Advanced_selectors_that_leave_out_reads_or_writes_fail(string only, string except, string observed)
    {
        static string[] Values(string value) => value.Length > 0 ? [value] : [];
        _scene.Selectors = new()
        {
            Advanced = [new() { FieldSelectors = [new() { Field = "eventCategory", Equals = ["Management"] }, new() { Field = "readOnly", Equals = Values(only), NotEquals = Values(except) }] }],
        };

        Assert.Contains(observed, (await ExpectAsync("ManagementEvents", CheckVerdict.Fail)).Observed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trail_without_a_log_group_is_a_warning()
    {
        _scene.Trail = HealthScene.NewTrail(logGroup: null);

        Assert.Contains("-CloudWatchLogsLogGroupArn", (await ExpectAsync("CloudWatchLogs", CheckVerdict.Warning)).Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("ITrails.GetStatusAsync", _scene.Script.Calls);
    }

    [Theory]
    [InlineData(0.1, null, CheckVerdict.Pass)]
    [InlineData(25.0, null, CheckVerdict.Warning)]
    [InlineData(null, null, CheckVerdict.Warning)]
    [InlineData(0.1, "AccessDenied", CheckVerdict.Warning)]
    public async Task Events_must_have_reached_the_log_group_within_a_day(double? hoursAgo, string? error, CheckVerdict verdict)
    {
        _scene.Status = HealthScene.NewStatus(events: hoursAgo, eventError: error);

        await ExpectAsync("CloudWatchLogs", verdict);
    }

    [Fact]
    public async Task A_role_that_is_refused_is_named()
    {
        _scene.Status = HealthScene.NewStatus(eventError: "AccessDenied");

        Assert.StartsWith("aws iam get-role --role-name CloudTrailLogs; ", (await ExpectAsync("CloudWatchLogs", CheckVerdict.Warning)).Remedy, StringComparison.Ordinal);
        Assert.Contains("<role in CloudWatchLogsRoleArn>", Assert.Single(_scene.Status.Problems).Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trail_without_a_topic_lacks_nothing()
    {
        _scene.Trail = HealthScene.NewTrail(topic: null);

        await ExpectAsync("Notifications", CheckVerdict.Pass, "");
    }

    [Fact]
    public async Task A_topic_that_refuses_is_a_warning_with_the_policy_to_mend()
    {
        _scene.Status = HealthScene.NewStatus(topicError: "AuthorizationError");

        Assert.StartsWith(
            "aws sns get-topic-attributes --topic-arn arn:aws:sns:us-east-1:111111111111:acme --region us-east-1 --query Attributes.Policy --output json ",
            (await ExpectAsync("Notifications", CheckVerdict.Warning)).Remedy,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_that_AWS_sets_do_not_count()
    {
        _scene.Tags = new() { ["aws:cloudformation:stack-name"] = "audit" };

        await ExpectAsync("Tags", CheckVerdict.Warning);
    }

    [Theory]
    [InlineData("MultiRegion", "Security Hub CloudTrail.1; CIS v3.0.0 3.1; CIS v5.0.0 3.1")]
    [InlineData("Encryption", "Security Hub CloudTrail.2; CIS v3.0.0 3.5; CIS v5.0.0 3.5")]
    [InlineData("Logging", "Security Hub CloudTrail.3; CIS v3.0.0 3.1; CIS v5.0.0 3.1")]
    [InlineData("LogFileValidation", "Security Hub CloudTrail.4; CIS v3.0.0 3.2; CIS v5.0.0 3.2")]
    [InlineData("CloudWatchLogs", "Security Hub CloudTrail.5")]
    [InlineData("PublicAccess", "Security Hub CloudTrail.6")]
    [InlineData("AccessLogging", "Security Hub CloudTrail.7; CIS v3.0.0 3.4; CIS v5.0.0 3.4")]
    [InlineData("Tags", "Security Hub CloudTrail.9")]
    [InlineData("KeyRotation", "CIS v3.0.0 3.6; CIS v5.0.0 3.6")]
    [InlineData("ManagementEvents", "Security Hub CloudTrail.1; CIS v3.0.0 3.1; CIS v5.0.0 3.1")]
    [InlineData("Coverage", "")]
    public async Task Controls_are_named_with_their_benchmarks_version(string check, string controls) =>
        Assert.Equal(controls, (await _scene.EvaluateOneAsync(check)).Controls.ToString());

    private async Task<CheckResult> ExpectAsync(string check, CheckVerdict verdict, string? remedy = null)
    {
        var result = await _scene.EvaluateOneAsync(check);
        Assert.Equal(verdict, result.Verdict);
        Assert.Equal(remedy ?? result.Remedy, result.Remedy);
        Assert.Equal(verdict == CheckVerdict.Pass, result.Remedy.Length == 0);
        return result;
    }

    private static AdvancedEventSelector Selector(params (string Field, string[] Equal, string[] NotEqual)[] fields) => new()
    {
        FieldSelectors = [.. fields.Select(field => new AdvancedFieldSelector { Field = field.Field, Equals = field.Equal, NotEquals = field.NotEqual })],
    };
}
