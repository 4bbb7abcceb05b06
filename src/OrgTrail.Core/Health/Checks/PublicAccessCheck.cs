using OrgTrail.Buckets;
using OrgTrail.Policies;
using OrgTrail.State;
using static OrgTrail.Health.Control;

namespace OrgTrail.Health;

internal sealed class PublicAccessCheck() : Check(
    "PublicAccess",
    "Public access to the bucket is blocked",
    "Log files tell a stranger everything about the accounts, and one wrong policy or ACL is enough to open a bucket that does not block it.",
    SecurityHub(6))
{
    public override async Task<Finding> EvaluateAsync(TrailState state)
    {
        var block = await state.Bucket.PublicAccess;
        if (block == PublicAccessBlock.All) return Finding.Pass($"Bucket {state.Bucket.Name} blocks all public access.");

        // What somebody has set otherwise is changed only with -Force.
        var remedy = $"New-OrgTrailBucket -BucketName {state.Bucket.Name}{(block is null ? "" : " -Force")}";
        return block?.RestrictPublicBuckets != true && PublicPolicy.Grants(PolicyKind.Bucket.Read(await state.Bucket.Policy))
            ? Finding.Fail($"The policy of bucket {state.Bucket.Name} lets anybody in, and nothing blocks public access.", remedy)
            : Finding.Warn($"Bucket {state.Bucket.Name} does not block {Open(block)}.", remedy);
    }

    private static string Open(PublicAccessBlock? block) => block is null ? "public access" : string.Join(", ",
    [
        .. block.BlockPublicAcls ? (string[])[] : ["new public ACLs"],
        .. block.IgnorePublicAcls ? (string[])[] : ["public ACLs that are there"],
        .. block.BlockPublicPolicy ? (string[])[] : ["new public policies"],
        .. block.RestrictPublicBuckets ? (string[])[] : ["access by public policies that are there"],
    ]);
}
