namespace OrgTrail.Testing;

/// <summary>One way to answer a call badly.</summary>
public sealed class Attack
{
    private readonly Func<AttackedCall, Task<bool>> _make;

    internal Attack(string name, AttackSort sort, Func<AttackedCall, Task<bool>> make) => (Name, Sort, _make) = (name, sort, make);

    /// <summary>What it is called in a report.</summary>
    public string Name { get; }

    /// <summary>What it must lead to.</summary>
    public AttackSort Sort { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal Task<bool> MakeAsync(AttackedCall call) => _make(call);
}
