using OrgTrail.Connection;
using OrgTrail.Tests.Doubles;

namespace OrgTrail.Tests.Connection;

public sealed class AwsCredentialTests
{
    private static readonly AccessKeys Keys = new("AKIDEXAMPLE", "secret", "token");

    [Fact]
    public void A_credentials_object_is_asked_each_time()
    {
        var source = new AwsToolsCredentials("AKIDEXAMPLE", "secret", "token");
        var credential = AwsCredential.TryGet(source)!;

        Assert.Equal(Keys, credential.GetKeys());
        Assert.Equal(Keys, credential.GetKeys());
        Assert.Equal(2, source.Asked);
    }

    [Fact]
    public void A_token_is_no_must() =>
        Assert.Null(AwsCredential.TryGet(new AwsToolsCredentials("AKIDEXAMPLE", "secret", ""))!.GetKeys().SessionToken);

    [Fact]
    public void An_object_that_holds_credentials_in_an_internal_property_will_do() =>
        Assert.Equal(Keys, AwsCredential.TryGet(new Stored(new AwsToolsCredentials("AKIDEXAMPLE", "secret", "token")))!.GetKeys());

    [Fact]
    public void Resolved_keys_will_do() =>
        Assert.Equal(Keys, AwsCredential.TryGet(new AwsToolsCredentials.Immutable("AKIDEXAMPLE", "secret", "token"))!.GetKeys());

    [Fact]
    public void One_object_is_one_credential()
    {
        var source = new AwsToolsCredentials("AKIDEXAMPLE", "secret", null);

        Assert.Same(AwsCredential.TryGet(source), AwsCredential.TryGet(source));
    }

    [Theory]
    [InlineData("management")]
    [InlineData(42)]
    public void Anything_else_is_not_taken(object source) => Assert.Null(AwsCredential.TryGet(source));

    [Theory]
    [InlineData(null, "secret")]
    [InlineData("AKIDEXAMPLE", "")]
    public void Credentials_without_keys_are_a_problem_that_shows_no_secret(string? accessKey, string? secretKey)
    {
        var credential = AwsCredential.TryGet(new AwsToolsCredentials(accessKey, secretKey, null))!;

        var problem = Assert.Throws<OrgTrailException>(credential.GetKeys).Problem;

        Assert.Equal("InvalidCredential", problem.Id);
        Assert.DoesNotContain("secret", problem.ToString().Replace("secret access key", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Credentials_that_fail_say_why()
    {
        var credential = AwsCredential.TryGet(new Expired())!;

        var problem = Assert.Throws<OrgTrailException>(credential.GetKeys).Problem;

        Assert.Equal(("InvalidCredential", "The SSO session has expired."), (problem.Id, problem.Why));
    }

    [Fact]
    public void Nothing_is_printed() => Assert.Equal("AwsCredential", AwsCredential.TryGet(new AwsToolsCredentials("a", "b", null))!.ToString());

    private sealed class Stored(object credentials)
    {
        internal object Credentials { get; } = credentials;
    }

    private sealed class Expired
    {
#pragma warning disable CA1822 // The real one is an instance member.
        public AwsToolsCredentials.Immutable GetCredentials() => throw new InvalidOperationException("The SSO session has expired.");
#pragma warning restore CA1822
    }
}
