using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Workflows;

/// <summary>
/// The workflows on moto_server. What is moto's doing, not AWS's: an organization trail is only a flag, no policy is
/// evaluated, trusted access is recorded and ignored, GetTrail tells no home Region, and StartLogging, StopLogging and
/// DeleteTrail know trails by name only.
/// </summary>
[Collection(MotoGroup.Name)]
public sealed class MotoWorkflows : OrganizationTrailWorkflows
{
    protected override string Endpoint
    {
        get
        {
            Assert.SkipUnless(MotoServer.Available, MotoServer.MissingBecause);
            return MotoServer.Shared.Endpoint;
        }
    }

    protected override void Reset()
    {
        Assert.SkipUnless(MotoServer.Available, MotoServer.MissingBecause);
        MotoServer.Shared.Reset();
    }
}
