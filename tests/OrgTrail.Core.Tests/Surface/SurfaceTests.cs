using OrgTrail.Testing;

namespace OrgTrail.Core.Tests.Surface;

/// <summary>What scripts can rely on. That nothing else is public is checked where the cmdlets are known.</summary>
public sealed class SurfaceTests
{
    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        var (approved, received) = PublicSurface.Compare(typeof(Trail).Assembly);
        Assert.Equal(approved, received);
    }
}
