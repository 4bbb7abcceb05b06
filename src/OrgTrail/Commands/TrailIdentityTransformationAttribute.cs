using System.Management.Automation;
using OrgTrail.Connection;

namespace OrgTrail.Commands;

/// <summary>
/// Takes a trail by its name, its ARN, an object of ours, or any object with <c>TrailARN</c> or <c>Name</c>, such as
/// those of AWS Tools: their types live in another load context, so they are read by their members.
/// </summary>
internal sealed class TrailIdentityTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] Members = ["TrailARN", "Name"];

    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) => inputData switch
    {
        null => new TrailIdentity(""),
        PSObject { BaseObject: not PSCustomObject } wrapped => Identify(wrapped.BaseObject, wrapped),
        PSObject properties => Identify(properties, properties),
        _ => Identify(inputData, PSObject.AsPSObject(inputData)),
    };

    private static object Identify(object value, PSObject properties) => value switch
    {
        TrailIdentity identity => identity,
        string text => new TrailIdentity(text),
        Trail trail => new TrailIdentity(trail),
        System.Collections.IDictionary table when Members.FirstOrDefault(table.Contains) is { } key => new TrailIdentity($"{table[key]}"),
        _ when Members.Select(name => properties.Properties[name]).FirstOrDefault(found => found is not null) is { } member =>
            new TrailIdentity($"{member.Value}", value as CloudObject),
        // What names no trail does not bind: thrown here, the error would end the binding of an object in the pipeline
        // that belongs to another parameter, such as credentials.
        _ => value,
    };
}
