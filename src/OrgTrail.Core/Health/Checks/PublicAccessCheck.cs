using OrgTrail.Buckets;
using OrgTrail.Policies;
using static OrgTrail.Health.Control;

namespace OrgTrail.Health;

internal sealed class PublicAccessCheck() : Check(
    "PublicAccess",
    "Public access to the bucket is blocked",
    "Log files tell a stranger everything about the accounts, and one wrong policy or ACL is enough to open a bucket that does not block it.",
    SecurityHub(6))
{
    public override async Task<Finding> JudgeAsync(TrailFacts facts)
    {
        var block = await facts.Bucket.PublicAccess;
        if (block == PublicAccessBlock.All) return Finding.Pass($"Bucket {facts.Bucket.Name} blocks all public access.");

        // What somebody has set otherwise is changed only with -Force.
        var remedy = $"New-OrgTrailBucket -BucketName {facts.Bucket.Name}{(block is null ? "" : " -Force")}";
        return block?.RestrictPublicBuckets != true && PublicPolicy.Grants(PolicyKind.Bucket.Read(await facts.Bucket.Policy))
            ? Finding.Fail($"The policy of bucket {facts.Bucket.Name} lets anybody in, and nothing blocks public access.", remedy)
            : Finding.Warn($"Bucket {facts.Bucket.Name} does not block {Open(block)}.", remedy);
    }

    private static string Open(PublicAccessBlock? block) => block is null ? "public access" : string.Join(", ",
    [
        .. block.BlockPublicAcls ? (string[])[] : ["new public ACLs"],
        .. block.IgnorePublicAcls ? (string[])[] : ["public ACLs that are there"],
        .. block.BlockPublicPolicy ? (string[])[] : ["new public policies"],
        .. block.RestrictPublicBuckets ? (string[])[] : ["access by public policies that are there"],
    ]);
}
