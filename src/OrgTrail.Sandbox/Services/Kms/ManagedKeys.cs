using System.Security.Cryptography;
using System.Text;
using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.Kms;

/// <summary>The keys that AWS manages: that of S3, which is there from its first use on (KMS developer guide, "AWS managed keys").</summary>
internal static class ManagedKeys
{
    /// <summary>The alias of S3's.</summary>
    public const string S3 = "alias/aws/s3";

    /// <summary>The managed key that a name means; <see langword="null"/> for another name.</summary>
    public static SandboxKey? Find(SandboxContext context, KeyName name)
    {
        if (name.Alias != S3) return null;
        var existing = name.Find(context.State.Kms);
        if (existing is not null) return existing;
        var partition = Partition.OfRegion(name.Region);
        var key = new SandboxKey
        {
            Arn = $"arn:{partition}:kms:{name.Region}:{name.AccountId}:key/{IdOf(name)}",
            Aliases = [S3],
            Policy = Policy(name),
            Description = "Default key that protects my S3 objects when no other key is defined",
            Manager = SandboxKey.ManagedByAws,
            CreationDate = context.Clock.Now,
        };
        context.State.Kms.Keys.Add(key);
        return key;
    }

    // The same for the same account and Region.
    private static Guid IdOf(KeyName name) => new(SHA256.HashData(Encoding.ASCII.GetBytes($"{S3}/{name.AccountId}/{name.Region}")).AsSpan(0, 16));

    private static string Policy(KeyName name) =>
        $$$$"""{"Version":"2012-10-17","Id":"auto-s3-2","Statement":[{"Sid":"Allow access through S3 for all principals in the account that are authorized to use S3","Effect":"Allow","Principal":{"AWS":"*"},"Action":["kms:Encrypt","kms:Decrypt","kms:ReEncrypt*","kms:GenerateDataKey*","kms:DescribeKey"],"Resource":"*","Condition":{"StringEquals":{"kms:CallerAccount":"{{{{name.AccountId}}}}","kms:ViaService":"s3.{{{{name.Region}}}}.amazonaws.com"}}},{"Sid":"Allow direct access to key metadata to the account","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{{{name.AccountId}}}}:root"},"Action":["kms:Describe*","kms:Get*","kms:List*"],"Resource":"*"}]}""";
}
