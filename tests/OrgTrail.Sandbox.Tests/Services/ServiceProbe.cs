using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Services.Iam;
using OrgTrail.Sandbox.Services.Logs;
using OrgTrail.Sandbox.Services.Organizations;
using OrgTrail.Sandbox.Services.Sns;
using OrgTrail.Sandbox.Services.Sts;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Tests.Services;

/// <summary>Calls services without a wire; time stands still until it is advanced.</summary>
internal sealed class ServiceProbe
{
    public const string Management = "111111111111";
    public const string Member = "222222222222";
    public const string Second = "333333333333";
    public const string Outsider = "999999999999";

    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, IService> _services;

    public ServiceProbe()
    {
        var context = new SandboxContext(State, null!, Clock, new Random(1));
        IService[] services =
            [new OrganizationsService(context), new StsService(context), new IamService(context), new SnsService(context), new LogsService(context)];
        _services = services.ToDictionary(service => service.SigningName);
    }

    public SandboxState State { get; } = new();

    public SandboxClock Clock { get; } = new(new FixedTime(Start));

    public SandboxOrganization Organization => State.Organizations.Organization!;

    public static ServiceProbe WithOrganization(string featureSet = "ALL", params string[] members)
    {
        var probe = new ServiceProbe();
        probe.State.Organizations.Organization = new()
        {
            Id = "o-exampleorgid",
            FeatureSet = featureSet,
            Accounts = [.. members.Prepend(Management).Select(id => new SandboxAccount { Id = id, Name = $"name-{id}", JoinedTimestamp = Start })],
        };
        return probe;
    }

    public JsonObject Json(string service, string operation, JsonObject? input = null, string account = Management, string region = "us-east-1")
    {
        var answer = Answer(service, operation, (input ?? []).ToJsonString(), account, region, account);
        return (JsonObject)JsonNode.Parse(answer.Body.Span)!;
    }

    public JsonObject Organizations(string operation, JsonObject? input = null, string account = Management) =>
        Json("organizations", operation, input, account);

    public AwsErrorException Refusal(string operation, JsonObject? input = null, string account = Management) =>
        Assert.Throws<AwsErrorException>(() => Organizations(operation, input, account));

    /// <summary>The answer's result element, without the protocol's namespace.</summary>
    public XElement Query(
        string service, string operation, Dictionary<string, string>? input = null, string account = Management, string region = "us-east-1", string? accessKey = null)
    {
        var form = string.Join('&', (input ?? []).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        var answer = XElement.Parse(Encoding.UTF8.GetString(Answer(service, operation, form, account, region, accessKey ?? account).Body.Span));
        foreach (var element in answer.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
            element.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        }

        return answer.Element($"{operation}Result") ?? new XElement("None");
    }

    public AwsErrorException QueryRefusal(
        string service, string operation, Dictionary<string, string>? input = null, string account = Management, string region = "us-east-1", string? accessKey = null) =>
        Assert.Throws<AwsErrorException>(() => Query(service, operation, input, account, region, accessKey));

    private HttpResponse Answer(string service, string operation, string body, string account, string region, string accessKey) =>
        _services[service].Answer(new ServiceCall(
            new HttpRequest("POST", "/", "", new Dictionary<string, string>(), Encoding.UTF8.GetBytes(body)), service, operation, region, account, accessKey));
}
