namespace OrgTrail.Aws.Tests.Support;

/// <summary>Connections read the environment of the process: tests that change it run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentGroup
{
    public const string Name = "Environment";
}
