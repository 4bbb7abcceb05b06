using System.Collections.Frozen;
using System.Text;
using OrgTrail.Sandbox.Http;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Protocol.Dispatch;

/// <summary>
/// Tells from a request which service, operation, Region and account are meant. The signature's scope decides, as
/// everything comes to one endpoint; what the request itself names must agree with it. Content types decide nothing.
/// </summary>
internal sealed class CallRecognition(IEnumerable<IService> services, SandboxContext context)
{
    private const string DefaultRegion = "us-east-1";

    // The service models' targetPrefix and apiVersion.
    private static readonly FrozenDictionary<string, string> ServiceOfTarget = new Dictionary<string, string>
    {
        ["com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101"] = "cloudtrail",
        ["CloudTrail_20131101"] = "cloudtrail",
        ["AWSOrganizationsV20161128"] = "organizations",
        ["TrentService"] = "kms",
        ["Logs_20140328"] = "logs",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> ServiceOfVersion = new Dictionary<string, string>
    {
        ["2011-06-15"] = "sts",
        ["2010-05-08"] = "iam",
        ["2010-03-31"] = "sns",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, IService> _services =
        services.ToFrozenDictionary(service => service.SigningName, StringComparer.Ordinal);

    /// <summary>Recognises a request, whether or not it can be served.</summary>
    public Recognised Recognise(HttpRequest request)
    {
        Signature? signature = null;
        MalformedSignatureException? malformed = null;
        try
        {
            signature = Signature.Of(request);
        }
        catch (MalformedSignatureException fault)
        {
            malformed = fault;
        }

        var naming = Naming.Of(request, signature?.Service);
        var name = signature?.Service ?? naming.Service ?? "s3";
        var service = _services.GetValueOrDefault(name);
        var shape = service is null ? naming.Shape : ShapeOf(service);
        var caller = CallerAccount.Of(context, signature?.AccessKey ?? "");
        var call = Call(request, name, shape, naming.Operation, signature, caller);
        var refusal = Refusal(shape, service, naming, call, signature, malformed);
        return new Recognised(service, shape, call, refusal ?? (caller.IsExpired ? Refusals.Expired(shape) : null));
    }

    private AwsErrorException? Refusal(
        WireShape shape, IService? service, Naming naming, ServiceCall call, Signature? signature, MalformedSignatureException? malformed)
    {
        if (malformed is not null) return Refusals.Malformed(shape, malformed);
        if (signature is null) return Refusals.Unsigned(shape);
        // Without a look at the shape for a Region that is known to exist, which is the quicker one.
        if (!context.State.Regions.Contains(signature.Region) && NamingRule.Region.Check(signature.Region) is not null)
            return Refusals.WrongRegion(shape, signature.Region);
        if (service is null) return Refusals.UnknownService(shape, call.Service);
        if (shape == WireShape.Json && naming.Shape != WireShape.Json) return Refusals.NoTarget();
        if (shape == WireShape.Query && naming.Shape != WireShape.Query) return Refusals.NoAction();
        return naming.Service is { } named && named != call.Service && shape != WireShape.Rest
            ? Refusals.WrongScope(shape, named)
            : null;
    }

    private static ServiceCall Call(
        HttpRequest request, string service, WireShape shape, string operation, Signature? signature, CallerAccount caller)
    {
        if (shape == WireShape.Rest)
        {
            request = S3Address.ToPathStyle(request);
            operation = S3Operation.Name(request);
        }
        else if (shape == WireShape.Query && request.Body.IsEmpty)
        {
            request = request with { Body = Encoding.UTF8.GetBytes(request.Query) };
        }

        return new ServiceCall(request, service, operation, signature?.Region ?? DefaultRegion, caller.Id, signature?.AccessKey ?? "");
    }

    private static WireShape ShapeOf(IService service) => service switch
    {
        JsonService => WireShape.Json,
        QueryService => WireShape.Query,
        _ => WireShape.Rest,
    };

    /// <summary>What a request names besides its signature.</summary>
    private readonly record struct Naming(WireShape Shape, string? Service, string Operation)
    {
        public static Naming Of(HttpRequest request, string? signedFor)
        {
            if (signedFor == "s3") return new(WireShape.Rest, null, "");
            if (request.Header("X-Amz-Target") is { } target)
            {
                var dot = target.LastIndexOf('.');
                return new(WireShape.Json, dot < 0 ? null : ServiceOfTarget.GetValueOrDefault(target[..dot]), target[(dot + 1)..]);
            }

            // Only the root speaks the query protocol: an object may hold what text it likes.
            return request.Path == "/" && Form(request) is { } form && form.TryGetValue("Action", out var action)
                ? new(WireShape.Query, ServiceOfVersion.GetValueOrDefault(form.GetValueOrDefault("Version", "")), action)
                : new(WireShape.Rest, null, "");
        }

        private static IReadOnlyDictionary<string, string>? Form(HttpRequest request) => request.Method switch
        {
            "POST" when !request.Body.IsEmpty => FormText.Parse(request.Body.Span),
            "GET" or "POST" when request.Query.Length > 0 => FormText.Parse(request.Query),
            _ => null,
        };
    }
}
