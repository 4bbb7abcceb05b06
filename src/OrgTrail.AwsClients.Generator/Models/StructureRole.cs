namespace OrgTrail.AwsClients.Generator.Models;

/// <summary>What a type with members is for.</summary>
internal enum StructureRole
{
    /// <summary>What is sent.</summary>
    Request,

    /// <summary>What comes back.</summary>
    Response,

    /// <summary>What is in them.</summary>
    Part,
}
