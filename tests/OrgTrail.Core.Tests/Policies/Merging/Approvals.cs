namespace OrgTrail.Core.Tests.Policies.Merging;

/// <summary>The policies that a person has read and approved.</summary>
internal static class Approvals
{
    internal static string Read(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "OrgTrail.sln")))
        {
            root = root.Parent;
        }

        return File.ReadAllText(Path.Combine(root.FullName, "tests", "OrgTrail.Core.Tests", "Policies", "Merging", $"{name}.approved.json")).TrimEnd();
    }
}
