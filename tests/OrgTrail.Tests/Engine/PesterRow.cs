using Xunit.Sdk;

namespace OrgTrail.Tests.Engine;

/// <summary>Names one Pester test. A type of its own, because xunit cuts the strings that it shows short.</summary>
public sealed class PesterRow : IXunitSerializable
{
    public string Suite { get; private set; } = "";

    public string Test { get; private set; } = "";

    public static PesterRow Of(string suite, string test) => new() { Suite = suite, Test = test };

    public void Deserialize(IXunitSerializationInfo info)
    {
        Suite = info.GetValue<string>(nameof(Suite))!;
        Test = info.GetValue<string>(nameof(Test))!;
    }

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Suite), Suite);
        info.AddValue(nameof(Test), Test);
    }

    public override string ToString() => $"{Suite}: {Test}";
}
