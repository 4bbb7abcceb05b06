using System.Security.Cryptography;
using System.Text;
using OrgTrail.Aws.Tests.Support;
using OrgTrail.Connection;
using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Hostile;

/// <summary>What hands out credentials is attacked like any service: before it is trusted with a token, and what it answers is believed.</summary>
public sealed class CredentialSourceTests(ITestOutputHelper output) : ConnectionTest
{
    private const string MachineKeys = $$"""{"Code":"Success","AccessKeyId":"ASIAMACHINE","SecretAccessKey":"{{Secret}}","Token":"t","Expiration":"2099-01-01T00:00:00Z"}""";
    private const string StartUrl = "https://acme.awsapps.com/start";

    public static TheoryData<string> Sources => ["container", "instance", "role", "web identity", "single sign-on"];

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Whatever_it_answers_the_command_ends_in_a_problem_and_nothing_goes_elsewhere(string source)
    {
        using var elsewhere = new Witness();
        using var proxy = new RecordingProxy(Aws.Endpoint);
        Script();
        await ConnectAsync(source, proxy.Endpoint);
        var answers = proxy.Take();

        var attacks = 0;
        foreach (var operation in answers.Operations)
            foreach (var attack in AttacksOn(source, answers, operation, elsewhere.Port))
            {
                using var server = new HostileServer(answers, operation, attack);
                var ending = await EndingAsync(() => ConnectAsync(source, server.Endpoint));
                Assert.True(server.Attacked > 0, $"{operation}, {attack}: was not attacked");
                Assert.True(ending != "success" || attack.Sort == AttackSort.Changed, $"{operation}, {attack}: was taken for an answer");
                Assert.False(ending.StartsWith("exception", StringComparison.Ordinal), $"{operation}, {attack}: {ending}");
                attacks++;
            }

        output.WriteLine($"{source}: {attacks} attacks on {string.Join(", ", answers.Operations)}");
        Assert.Equal(0, elsewhere.Visits);
    }

    private static IEnumerable<Attack> AttacksOn(string source, RecordedAnswers answers, string operation, int elsewhere)
    {
        // The answers of the instance are checked by what they lead to: any text is the name of a role.
        IEnumerable<Attack> bodies = source == "instance" ? [] : WrongBodies.Any.Where(attack => attack.Sort != AttackSort.Empty || source != "container");
        return
        [
            .. Attacks.Redirects($"http://127.0.0.1:{elsewhere}", $"http://localhost:{elsewhere}", $"https://127.0.0.1:{elsewhere}"),
            .. bodies,
            .. WrongBodies.Changed(answers, operation),
            .. Attacks.Transport.Concat(Attacks.Bodies).Where(attack => attack.Name is "lost answer, closed" or "no HTTP" or "a head without end" or "1 GB in chunks, 200" or "a bomb of gzip"),
            // The portal's client has the usual limit of a minute.
            .. source == "single sign-on" ? [] : Attacks.Bodies.Where(attack => attack.Name is "stall in the body" or "drip of the body"),
        ];
    }

    private static async Task<string> EndingAsync(Func<Task> connect)
    {
        try
        {
            await connect();
            return "success";
        }
        catch (OrgTrailException exception)
        {
            return exception.Problem.Id;
        }
        catch (Exception exception)
        {
            return $"exception {exception}";
        }
    }

    private void Script()
    {
        Aws.On("Http", "GET /creds").AnswersRaw(200, "application/json", MachineKeys);
        Aws.On("Http", "PUT /latest/api/token").AnswersRaw(200, "text/plain", "metadata-token");
        Aws.On("Http", "GET /latest/meta-data/iam/security-credentials/").AnswersRaw(200, "text/plain", "audit-role");
        Aws.On("Http", "GET /latest/meta-data/iam/security-credentials/audit-role").AnswersRaw(200, "application/json", MachineKeys);
        Aws.On("SSO", "GetRoleCredentials").Answers($$$"""{"roleCredentials":{"accessKeyId":"ASIASSO","secretAccessKey":"{{{Secret}}}","sessionToken":"t","expiration":4070908800000}}""");
        foreach (var operation in new[] { "AssumeRole", "AssumeRoleWithWebIdentity" })
            Aws.On("STS", operation).Answers($"<{operation}Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><{operation}Result><Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>{Secret}</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></{operation}Result></{operation}Response>");
    }

    private async Task ConnectAsync(string source, string endpoint)
    {
        var options = new ConnectionOptions { Region = "us-east-1", EndpointUrl = endpoint };
        switch (source)
        {
            case "container":
                Env["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = $"{endpoint}/creds";
                Env["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = "container-token";
                break;
            case "instance":
                Env["AWS_EC2_METADATA_DISABLED"] = null;
                Env["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = endpoint;
                break;
            case "role":
                Env.Write(".aws/credentials", Keys("base", "AKIABASE") + "[work]\nrole_arn = arn:aws:iam::222222222222:role/audit\nsource_profile = base\n");
                options = options with { ProfileName = "work" };
                break;
            case "web identity":
                Env["AWS_ROLE_ARN"] = "arn:aws:iam::222222222222:role/audit";
                Env["AWS_WEB_IDENTITY_TOKEN_FILE"] = Env.Write("token", "web-identity-token");
                break;
            default:
                Env["AWS_ENDPOINT_URL_SSO"] = endpoint;
                Env.Write(".aws/config", $"[profile portal]\nsso_start_url = {StartUrl}\nsso_region = us-east-1\nsso_account_id = 111111111111\nsso_role_name = Audit\n");
#pragma warning disable CA5350 // The AWS CLI names its files so.
                Env.Write($".aws/sso/cache/{Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(StartUrl)))}.json", $$"""{"startUrl":"{{StartUrl}}","region":"us-east-1","accessToken":"sso-token","expiresAt":"2099-01-01T00:00:00Z"}""");
#pragma warning restore CA5350
                options = options with { ProfileName = "portal" };
                break;
        }

        using var cloud = await new AwsCloudProvider { AnswerTimeout = TimeSpan.FromSeconds(0.3) }.ConnectAsync(options, Feedback, default);
    }
}
