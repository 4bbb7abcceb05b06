namespace OrgTrail.Sandbox.Tests;

/// <summary>Tests that measure the memory of this process: no other test allocates beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    public const string Name = "measured alone";
}
