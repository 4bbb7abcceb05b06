using System.Management.Automation;

namespace OrgTrail.Commands;

/// <summary>Takes accounts by their ids, or by objects that have one.</summary>
internal sealed class AccountIdTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] Members = ["AccountId", "Id"];

    // What names no account does not bind: thrown here, the error would end the binding of an object in the pipeline
    // that belongs to another parameter, such as credentials.
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is null || (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string or System.Collections.IEnumerable
            ? inputData
            : Members.Select(name => PSObject.AsPSObject(inputData).Properties[name]).FirstOrDefault(found => found is not null)?.Value ?? inputData;
}
