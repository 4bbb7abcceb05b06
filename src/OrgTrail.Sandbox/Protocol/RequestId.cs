namespace OrgTrail.Sandbox.Protocol;

/// <summary>The id that each answer carries.</summary>
internal static class RequestId
{
    public static string New() => Guid.NewGuid().ToString();
}
