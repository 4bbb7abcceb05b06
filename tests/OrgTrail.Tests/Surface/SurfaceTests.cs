using System.Management.Automation;
using OrgTrail.Pipeline;
using OrgTrail.Testing;

namespace OrgTrail.Tests.Surface;

public sealed class SurfaceTests
{
    [Fact]
    public void The_public_surface_of_the_module_is_the_approved_one()
    {
        var (approved, received) = PublicSurface.Compare(typeof(AsyncCmdlet).Assembly);
        Assert.Equal(approved, received);
    }

    [Fact]
    public void Of_Core_only_that_is_public_which_scripts_see()
    {
        var seen = SeenByScripts.Types(typeof(Trail).Assembly, [.. Cmdlets(), typeof(OrgTrailException)]);

        Assert.Equal(
            seen.Select(type => type.FullName).Order(StringComparer.Ordinal),
            typeof(Trail).Assembly.GetExportedTypes().Select(type => type.FullName).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<Type> Cmdlets() =>
        typeof(AsyncCmdlet).Assembly.GetExportedTypes().Where(type => type.IsDefined(typeof(CmdletAttribute), inherit: false));
}
