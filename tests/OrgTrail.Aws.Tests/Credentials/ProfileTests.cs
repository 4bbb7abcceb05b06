using OrgTrail.Aws.Tests.Support;

namespace OrgTrail.Aws.Tests.Credentials;

public sealed class ProfileTests : ConnectionTest
{
    [Fact]
    public async Task A_profile_that_is_not_there_is_an_error_that_names_where_it_looked_and_near_names()
    {
        var file = Env.Write(".aws/credentials", Keys("management", "AKIAMANAGEMENT") + Keys("default", "AKIADEFAULT"));
        Env["AWS_ACCESS_KEY_ID"] = "AKIAENVIRONMENT";
        Env["AWS_SECRET_ACCESS_KEY"] = Secret;
        var problem = await RefusedAsync(Nothing with { ProfileName = "managment" });

        Assert.Equal(("ProfileNotFound", ProblemKind.NotFound), (problem.Id, problem.Kind));
        Assert.Contains(file, problem.What, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'management'?", problem.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task So_is_one_named_by_the_session_or_by_AWS_PROFILE(bool bySession)
    {
        Env.Write(".aws/credentials", Keys("default", "AKIADEFAULT"));
        Env["AWS_PROFILE"] = bySession ? null : "gone";
        var problem = await RefusedAsync(bySession ? Nothing with { SessionProfileName = "gone" } : Nothing);

        Assert.Equal("ProfileNotFound", problem.Id);
        Assert.Contains(bySession ? "$StoredAWSCredentials" : "AWS_PROFILE", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_location_is_the_only_place_then()
    {
        Env.Write(".aws/credentials", Keys("work", "AKIAUSUAL"));
        var file = Env.Write("elsewhere/keys", Keys("work", "AKIAELSEWHERE") + Keys("default", "AKIAELSEDEFAULT"));

        Assert.Equal("AKIAELSEWHERE", (await CallAsync(Nothing with { ProfileName = "work", ProfileLocation = file })).AccessKey);
        Assert.Equal("AKIAELSEDEFAULT", (await CallAsync(Nothing with { ProfileLocation = file })).AccessKey);
        Assert.Equal("ProfileNotFound", (await RefusedAsync(Nothing with { ProfileName = "other", ProfileLocation = file })).Id);
        Assert.Equal("ProfileNotFound", (await RefusedAsync(Nothing with { ProfileName = "work", ProfileLocation = file + ".gone" })).Id);
    }

    [Fact]
    public async Task The_config_file_adds_to_the_credentials_file_and_counts_less()
    {
        Env.Write(".aws/credentials", Keys("work", "AKIAWORK"));
        Env.Write(".aws/config", "[profile work]\naws_access_key_id = AKIAOTHER\nregion = eu-west-3\n[profile config-only]\naws_access_key_id=AKIACONFIG\naws_secret_access_key=x\n");

        var call = await CallAsync(Nothing with { ProfileName = "work", Region = null });
        Assert.Equal(("AKIAWORK", "eu-west-3"), (call.AccessKey, call.Region));
        Assert.Equal("AKIACONFIG", (await CallAsync(Nothing with { ProfileName = "config-only" })).AccessKey);
    }

    [Fact]
    public async Task AWS_CONFIG_FILE_says_where_the_config_file_lies()
    {
        Env["AWS_CONFIG_FILE"] = Env.Write("far/away", "[profile work]\naws_access_key_id = AKIAFAR\naws_secret_access_key = x\n");
        Assert.Equal("AKIAFAR", (await CallAsync(Nothing with { ProfileName = "work" })).AccessKey);
    }

    [Theory]
    [InlineData("aws_access_key_id = AKIAHALF", "IncompleteCredentials")]
    [InlineData("aws_secret_access_key = " + Secret, "IncompleteCredentials")]
    [InlineData("region = eu-west-1", "ProfileIncomplete")]
    [InlineData("role_arn = arn:aws:iam::222222222222:role/audit", "ProfileIncomplete")]
    [InlineData("role_arn = arn:aws:iam::222222222222:role/audit\ncredential_source = Moon", "ProfileIncomplete")]
    [InlineData("role_arn = arn:aws:iam::222222222222:role/audit\ncredential_source = Environment", "ProfileIncomplete")]
    [InlineData("role_arn = arn:aws:iam::222222222222:role/audit\nsource_profile = gone", "ProfileNotFound")]
    [InlineData("role_arn = arn:aws:iam::222222222222:role/audit\nsource_profile = work", "ProfileIncomplete")]
    [InlineData("role_arn = arn:aws:iam::222222222222:role/audit\nsource_profile = default\nmfa_serial = arn:aws:iam::111111111111:mfa/me", "MfaRequired")]
    [InlineData("sso_session = gone\nsso_account_id = 111111111111\nsso_role_name = Audit", "ProfileIncomplete")]
    [InlineData("login_session = arn:aws:iam::111111111111:user/me", "ProfileUnsupported")]
    public async Task A_profile_that_cannot_work_says_so(string settings, string id)
    {
        Env.Write(".aws/credentials", Keys("default", "AKIADEFAULT"));
        Env.Write(".aws/config", $"[profile work]\n{settings}\n");

        var problem = await RefusedAsync(Nothing with { ProfileName = "work" });
        Assert.Equal(id, problem.Id);
        Assert.Contains("'work'", problem.What, StringComparison.Ordinal);
        Assert.Empty(Aws.Calls);
    }

    [Fact]
    public async Task A_broken_profile_does_not_stand_in_the_way_of_another()
    {
        Env.Write(".aws/config", "nonsense\n[profile broken]\nsso_session = gone\n = x\n[profile\n");
        Env.Write(".aws/credentials", Keys("work", "AKIAWORK"));

        Assert.Equal("AKIAWORK", (await CallAsync(Nothing with { ProfileName = "work" })).AccessKey);
        Assert.Equal(["broken", "work"], new AwsCloudProvider().ProfileNames(null));
    }

    [Fact]
    public async Task A_default_profile_that_only_sets_a_Region_is_no_credentials()
    {
        Env.Write(".aws/config", "[default]\nregion = eu-west-1\n");
        Assert.Equal("NoCredentials", (await RefusedAsync(Nothing)).Id);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_an_error_and_completes_to_nothing()
    {
        var file = Env.Write("locked", Keys("work", "AKIAWORK"));
        using var locked = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var problem = await RefusedAsync(Nothing with { ProfileName = "work", ProfileLocation = file });
        Assert.Equal("ProfileFileUnreadable", problem.Id);
        Assert.Empty(new AwsCloudProvider().ProfileNames(file));
    }

    [Fact]
    public void Profile_names_come_from_both_files()
    {
        Env.Write(".aws/credentials", Keys("a", "x") + Keys("default", "y"));
        Env.Write(".aws/config", "[default]\n[profile  b]\nregion=x\n[sso-session s]\n[services t]\n[plugins]\n");
        Assert.Equal(["a", "b", "default"], new AwsCloudProvider().ProfileNames(null));
        Assert.Empty(new AwsCloudProvider().ProfileNames(Path.Combine(Env.Home, "gone", "credentials")));
        Assert.Empty(new AwsCloudProvider().ProfileNames("\0"));
    }
}
