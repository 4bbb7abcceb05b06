using System.Management.Automation;
using OrgTrail.Connection;

namespace OrgTrail.Commands;

/// <summary>
/// Takes an object that a cmdlet of ours emitted, and nothing else. PowerShell by itself would make one of any table that
/// has a member of the same name: of a trail's ARN, selectors that are empty.
/// </summary>
internal sealed class OwnObjectTransformationAttribute : ArgumentTransformationAttribute
{
    // A text does not bind: thrown here, the error would end the binding of an object in the pipeline that belongs to
    // another parameter.
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is CloudObject ? inputData : $"{inputData}";
}
