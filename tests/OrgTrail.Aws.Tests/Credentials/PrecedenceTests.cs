using OrgTrail.Aws.Tests.Support;
using OrgTrail.Connection;

namespace OrgTrail.Aws.Tests.Credentials;

public sealed class PrecedenceTests : ConnectionTest
{
    [Fact]
    public async Task Each_source_counts_only_when_those_before_it_are_not_given()
    {
        Env.Write(".aws/credentials", Keys("default", "AKIADEFAULT") + Keys("named", "AKIANAMED") + Keys("session", "AKIASESSION") + Keys("variable", "AKIAVARIABLE"));
        Env["AWS_ACCESS_KEY_ID"] = "AKIAENVIRONMENT";
        Env["AWS_SECRET_ACCESS_KEY"] = Secret;
        Env["AWS_PROFILE"] = "variable";
        var options = ByHand with
        {
            Credential = () => new AccessKeys("AKIAOBJECT", Secret),
            ProfileName = "named",
            SessionCredential = () => new AccessKeys("AKIASTORED", Secret),
            SessionProfileName = "session",
        };

        Assert.Equal("AKIAGIVEN", (await CallAsync(options)).AccessKey);
        options = options with { AccessKey = null, SecretKey = null };
        Assert.Equal("AKIAOBJECT", (await CallAsync(options)).AccessKey);
        options = options with { Credential = null };
        Assert.Equal("AKIANAMED", (await CallAsync(options)).AccessKey);
        options = options with { ProfileName = null };
        Assert.Equal("AKIASTORED", (await CallAsync(options)).AccessKey);
        options = options with { SessionCredential = null };
        Assert.Equal("AKIASESSION", (await CallAsync(options)).AccessKey);
        options = options with { SessionProfileName = null };
        Assert.Equal("AKIAENVIRONMENT", (await CallAsync(options)).AccessKey);
        Env["AWS_ACCESS_KEY_ID"] = Env["AWS_SECRET_ACCESS_KEY"] = null;
        Assert.Equal("AKIAVARIABLE", (await CallAsync(options)).AccessKey);
        Env["AWS_PROFILE"] = null;
        Assert.Equal("AKIADEFAULT", (await CallAsync(options)).AccessKey);
    }

    [Fact]
    public async Task Temporary_keys_are_sent_with_their_token()
    {
        var call = await CallAsync(ByHand with { SessionToken = "token-by-hand" });
        Assert.Equal("token-by-hand", call.Headers["X-Amz-Security-Token"]);

        Env["AWS_ACCESS_KEY_ID"] = "AKIAENVIRONMENT";
        Env["AWS_SECRET_ACCESS_KEY"] = Secret;
        Env["AWS_SESSION_TOKEN"] = "token-of-environment";
        Assert.Equal("token-of-environment", (await CallAsync(Nothing)).Headers["X-Amz-Security-Token"]);
    }

    [Fact]
    public async Task A_credentials_object_is_asked_for_every_signature()
    {
        var turn = 0;
        using var cloud = await ConnectAsync(Nothing with { Credential = () => new AccessKeys($"AKIATURN{++turn}", Secret) });
        await cloud.Identity.GetCallerAsync(CancellationToken.None);
        await cloud.Identity.GetCallerAsync(CancellationToken.None);

        Assert.Equal(2, Aws.Calls.Select(call => call.AccessKey).Distinct().Count());
    }

    [Theory]
    [InlineData("AKIAGIVEN", null, null)]
    [InlineData(null, Secret, null)]
    [InlineData(null, null, "token")]
    [InlineData("", Secret, null)]
    public async Task Half_a_key_pair_by_hand_is_refused_before_anything_else(string? accessKey, string? secretKey, string? token)
    {
        var problem = await RefusedAsync(ByHand with { AccessKey = accessKey, SecretKey = secretKey, SessionToken = token, Region = "nonsense" });
        Assert.Equal(("IncompleteCredentials", ProblemKind.Authentication), (problem.Id, problem.Kind));
        Assert.Empty(Aws.Calls);
    }

    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    public async Task Half_a_key_pair_in_the_environment_is_refused(string variable)
    {
        Env.Write(".aws/credentials", Keys("default", "AKIADEFAULT"));
        Env[variable] = Secret;
        var problem = await RefusedAsync(Nothing);
        Assert.Equal("IncompleteCredentials", problem.Id);
        Assert.Contains("AWS_SECRET_ACCESS_KEY", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_variable_counts_as_not_set()
    {
        Env.Write(".aws/credentials", Keys("default", "AKIADEFAULT"));
        Env["AWS_ACCESS_KEY_ID"] = "";
        Assert.Equal("AKIADEFAULT", (await CallAsync(Nothing)).AccessKey);
    }

    [Fact]
    public async Task What_changes_between_two_commands_counts_for_the_second()
    {
        Env["AWS_SHARED_CREDENTIALS_FILE"] = Env.Write("one/credentials", Keys("work", "AKIAONE"));
        Env["AWS_PROFILE"] = "work";
        Assert.Equal("AKIAONE", (await CallAsync(Nothing)).AccessKey);

        Env["AWS_SHARED_CREDENTIALS_FILE"] = Env.Write("two/credentials", Keys("work", "AKIATWO"));
        Assert.Equal("AKIATWO", (await CallAsync(Nothing)).AccessKey);

        Env.Write("two/credentials", Keys("work", "AKIATHREE"));
        Assert.Equal("AKIATHREE", (await CallAsync(Nothing)).AccessKey);
    }

    [Fact]
    public async Task Verbose_says_where_credentials_and_Region_come_from_and_none_of_their_values()
    {
        var file = Env.Write(".aws/credentials", Keys("work", "AKIAIOSFODNN7EXAMPLE", "region = eu-north-1"));
        await CallAsync(Nothing with { ProfileName = "work", Region = null });

        Assert.Equal($"The AWS credentials come from profile 'work' in {file}.\nThe AWS Region comes from profile 'work'.", Feedback.Text);
    }

    [Theory]
    [InlineData(null, Secret)]
    [InlineData("AKIAOBJECT", "")]
    public async Task A_credentials_object_without_keys_is_refused_when_it_is_used(string? accessKey, string? secretKey)
    {
        using var cloud = await ConnectAsync(Nothing with { Credential = () => new AccessKeys(accessKey!, secretKey!) });
        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.Identity.GetCallerAsync(CancellationToken.None));
        Assert.Equal("IncompleteCredentials", exception.Problem.Id);
    }

    [Fact]
    public async Task A_credentials_object_that_fails_is_named_without_the_keys_it_may_speak_of()
    {
        using var cloud = await ConnectAsync(Nothing with { Credential = () => throw new NotSupportedException($"expired; secretKey={Secret}") });
        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.Identity.GetCallerAsync(CancellationToken.None));

        Assert.Equal("CredentialObjectFailed", exception.Problem.Id);
        Assert.Contains("expired", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_credentials_the_problem_tells_what_was_looked_at()
    {
        var problem = await RefusedAsync(Nothing);
        Assert.Equal(("NoCredentials", ProblemKind.Authentication), (problem.Id, problem.Kind));
        Assert.Contains(Path.Combine(Env.Home, ".aws", "credentials") + " (does not exist)", problem.What, StringComparison.Ordinal);
        Assert.Contains("switched off by AWS_EC2_METADATA_DISABLED", problem.What, StringComparison.Ordinal);
        Assert.Contains("-ProfileName", problem.Advice, StringComparison.Ordinal);
        Assert.Empty(Aws.Calls);
    }
}
