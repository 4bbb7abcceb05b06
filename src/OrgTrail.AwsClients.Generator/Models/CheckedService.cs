namespace OrgTrail.AwsClients.Generator.Models;

/// <summary>A service whose model was read and found right.</summary>
/// <param name="Model">The model.</param>
/// <param name="Structures">All types with members: requests, responses, and what is in them.</param>
internal sealed record CheckedService(ServiceModel Model, IReadOnlyList<Structure> Structures);
