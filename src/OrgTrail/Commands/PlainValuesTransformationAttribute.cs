using System.Management.Automation;

namespace OrgTrail.Commands;

/// <summary>Turns whatever was given into a list of plain values, on the thread where PowerShell's objects can be read. What is wrong with them is said later, as an error of ours.</summary>
internal sealed class PlainValuesTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => PlainValues.List(inputData).ToArray();
}
