using Amazon.CloudTrail;
using OrgTrail.Testing;

namespace OrgTrail.AwsClients.Tests.Surface;

/// <summary>
/// The packages AWSSDK.CloudTrail, AWSSDK.Organizations and AWSSDK.IdentityManagement shall be able to take this library's
/// place, so its public names and types are theirs.
/// </summary>
public sealed class SurfaceTests
{
    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        var (approved, received) = PublicSurface.Compare(typeof(IAmazonCloudTrail).Assembly);
        Assert.Equal(approved, received);
    }

    public static TheoryData<string, string> OfficialMembers()
    {
        var members = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Beside("OfficialMembers.txt")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var words = line.Split(' ', 2);
            members.Add(words[0], words[1]);
        }

        return members;
    }

    [Theory]
    [MemberData(nameof(OfficialMembers))]
    public void Members_are_of_the_types_that_the_packages_give_them(string type, string members)
    {
        var own = typeof(IAmazonCloudTrail).Assembly.GetType(type, throwOnError: true)!
            .GetProperties().Where(property => property.DeclaringType!.FullName == type)
            .Select(property => $"{property.Name}:{PublicSurface.Name(property.PropertyType)}");

        Assert.Equal(members.Split(' ').Order(StringComparer.Ordinal), own.Order(StringComparer.Ordinal));
    }

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
