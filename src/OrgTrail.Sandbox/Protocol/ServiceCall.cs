using OrgTrail.Sandbox.Http;

namespace OrgTrail.Sandbox.Protocol;

/// <summary>One call of a client to a service.</summary>
/// <param name="Http">The request.</param>
/// <param name="Service">The signing name: <c>cloudtrail</c>, <c>organizations</c>, <c>s3</c>, <c>sts</c>, <c>kms</c>, <c>iam</c>, <c>sns</c>, <c>logs</c>.</param>
/// <param name="Operation">The operation, for example <c>CreateTrail</c>; empty for REST services, which tell it by method and path.</param>
/// <param name="Region">The Region of the signature; <c>us-east-1</c> when it names none.</param>
/// <param name="AccountId">The caller's account: 12 digits.</param>
/// <param name="AccessKey">The access key id of the signature.</param>
public sealed record ServiceCall(
    HttpRequest Http, string Service, string Operation, string Region, string AccountId, string AccessKey);
