using OrgTrail.Sandbox.Http;

namespace OrgTrail.Sandbox.Protocol;

/// <summary>A service of the sandbox.</summary>
public interface IService
{
    /// <summary>Its signing name.</summary>
    string SigningName { get; }

    /// <summary>Answers a call. Refusals are thrown.</summary>
    /// <exception cref="AwsErrorException">What AWS would refuse.</exception>
    HttpResponse Answer(ServiceCall serviceCall);

    /// <summary>Gives a refusal the shape of the service's protocol.</summary>
    HttpResponse Refuse(ServiceCall serviceCall, AwsErrorException refusal);
}
