using OrgTrail.Aws.Tests.Workflows;
using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Buckets;

/// <summary>The workflows on moto_server, where new buckets have neither a public access block nor object ownership.</summary>
[Collection(MotoGroup.Name)]
public sealed class MotoBucketWorkflows : BucketWorkflows
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
