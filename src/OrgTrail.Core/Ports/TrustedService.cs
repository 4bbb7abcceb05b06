namespace OrgTrail.Ports;

/// <summary>A service with trusted access to the organization.</summary>
/// <param name="ServicePrincipal">For example <c>cloudtrail.amazonaws.com</c>.</param>
/// <param name="DateEnabled">When trusted access was enabled; <see langword="null"/> when AWS does not tell.</param>
internal sealed record TrustedService(string ServicePrincipal, DateTimeOffset? DateEnabled);
