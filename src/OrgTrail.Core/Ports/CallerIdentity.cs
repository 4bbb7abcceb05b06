namespace OrgTrail.Ports;

/// <summary>Who the credentials belong to.</summary>
/// <param name="AccountId">The 12-digit account id.</param>
/// <param name="Arn">The ARN of the user or role session.</param>
internal sealed record CallerIdentity(string AccountId, string Arn);
