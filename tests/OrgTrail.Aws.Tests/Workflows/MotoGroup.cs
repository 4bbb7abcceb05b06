namespace OrgTrail.Aws.Tests.Workflows;

/// <summary>A reset of the shared moto_server is one for all: tests that use it run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class MotoGroup
{
    public const string Name = "Moto";
}
