namespace OrgTrail.AwsClients.Tests.Endpoints;

/// <summary>Some tests change the environment of the process, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
public sealed class EnvironmentIsTaken;
