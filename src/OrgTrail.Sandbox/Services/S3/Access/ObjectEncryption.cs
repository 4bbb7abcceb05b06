using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgTrail.Policies;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Services.Kms;
using OrgTrail.Sandbox.State;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>
/// The keys that objects are encrypted with: there, enabled and open to the caller, on each write and on each read (Amazon S3
/// user guide, "Using server-side encryption with AWS KMS keys"). Objects of S3's own keys cost nothing here.
/// </summary>
internal sealed class ObjectEncryption(SandboxContext context)
{
    private const string Header = "x-amz-server-side-encryption";
    private const string KeyHeader = Header + "-aws-kms-key-id";
    private const string BucketKeyHeader = Header + "-bucket-key-enabled";
    private const string S3Keys = "AES256";

    /// <summary>The headers that say how a new object is encrypted, once its key is found to be of use.</summary>
    public IReadOnlyDictionary<string, string> HeadersFor(S3Request request)
    {
        var (algorithm, keyId, usesBucketKey) = EncryptionSetting.Of(request.Bucket);
        if (request.Header(Header) is { } asked)
        {
            if (!EncryptionSetting.Algorithms.Contains(asked))
                throw new AwsErrorException("InvalidEncryptionAlgorithmError", "The encryption request that you specified is not valid. The valid value is AES256.");
            if (asked == S3Keys && request.Header(KeyHeader) is { } stray)
                throw S3Errors.InvalidArgument("Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms", Header, stray);
            (algorithm, keyId) = (asked, request.Header(KeyHeader) ?? (asked == algorithm ? keyId : null));
        }

        if (request.Header(BucketKeyHeader) is { } bucketKey) usesBucketKey = bucketKey.Equals("true", StringComparison.OrdinalIgnoreCase);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { [Header] = algorithm };
        return algorithm == S3Keys ? headers : WithKey(request, headers, keyId, usesBucketKey);
    }

    /// <summary>Refuses to read what its key does not open.</summary>
    public void RequireForRead(S3Request request, StoredObject stored)
    {
        if (stored.Headers.TryGetValue(KeyHeader, out var arn))
            Require(request, Find(arn, request.Bucket.OwnerAccountId, request.Bucket.Region) ?? throw NotFound(arn), "kms:Decrypt", ContextOf(stored.Bucket, stored.Key, stored.Headers));
    }

    private Dictionary<string, string> WithKey(S3Request request, Dictionary<string, string> headers, string? keyId, bool usesBucketKey)
    {
        var name = string.IsNullOrEmpty(keyId) ? ManagedKeys.S3 : keyId;
        var key = Find(name, request.Bucket.OwnerAccountId, request.Bucket.Region) ?? throw NotFound(name);
        headers[KeyHeader] = key.Arn;
        if (usesBucketKey) headers[BucketKeyHeader] = "true";
        if (request.Header(HiddenHeaders.EncryptionContext) is { } given) headers[HiddenHeaders.EncryptionContext] = given;
        Require(request, key, "kms:GenerateDataKey", ContextOf(request.Bucket.Name, request.Key, headers));
        return headers;
    }

    private SandboxKey? Find(string name, string accountId, string region)
    {
        if (!KeyName.TryParse(name, accountId, region, out var parsed) || parsed.Region != region) return null;
        lock (context.State.Gate)
            return ManagedKeys.Find(context, parsed) ?? parsed.Find(context.State.Kms);
    }

    private void Require(S3Request request, SandboxKey key, string action, Dictionary<string, string> encryptionContext)
    {
        if (key.KeyState == SandboxKey.Disabled) throw Fault(KmsRefusals.Disabled(key));
        if (key.KeyState != SandboxKey.Enabled || key.DeletionDate <= context.Clock.Now) throw Fault(KmsRefusals.InvalidState(key));
        var caller = S3Caller.Of(request.Call, context.State);
        if (!ForeignCallers.MayUse(key, caller, action, ViaS3(request.Bucket.Region, encryptionContext)))
            throw S3Errors.AccessDenied($"User: {caller.Arn} is not authorized to perform: {action} on resource: {key.Arn} because no resource-based policy allows the {action} action");
    }

    private static RequestContext ViaS3(string region, Dictionary<string, string> encryptionContext) => encryptionContext
        .Aggregate(RequestContext.Empty, (all, pair) => all.With("kms:EncryptionContext:" + pair.Key, ContextValue.Known(pair.Value)))
        .With("kms:EncryptionContextKeys", ContextValue.List("are the keys of the encryption context", [.. encryptionContext.Keys.Select(key => (SymbolicText)key)]))
        .With("kms:ViaService", ContextValue.Known($"s3.{region}.amazonaws.com"));

    // The object's ARN, or with a bucket key the bucket's; and what the writer gave along.
    private static Dictionary<string, string> ContextOf(string bucket, string key, IReadOnlyDictionary<string, string> headers)
    {
        var context = new Dictionary<string, string>(StringComparer.Ordinal) { ["aws:s3:arn"] = headers.ContainsKey(BucketKeyHeader) ? $"arn:aws:s3:::{bucket}" : $"arn:aws:s3:::{bucket}/{key}" };
        if (headers.TryGetValue(HiddenHeaders.EncryptionContext, out var given))
        {
            foreach (var (name, value) in Parsed(given))
                context[name] = value;
        }

        return context;
    }

    private static Dictionary<string, string> Parsed(string header)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(Convert.FromBase64String(header)) ?? [];
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException)
        {
            throw S3Errors.InvalidArgument("The encryption context provided is malformed", HiddenHeaders.EncryptionContext, header);
        }
    }

    /// <summary>An encryption context as the header has it.</summary>
    public static string ContextText(string name, string value) => Convert.ToBase64String(Encoding.UTF8.GetBytes(new JsonObject { [name] = value }.ToJsonString()));

    private static AwsErrorException NotFound(string name) => Fault(KmsRefusals.KeyNotFound(name));

    // S3 passes KMS's refusals on under a prefix.
    private static AwsErrorException Fault(AwsErrorException refusal) => new("KMS." + refusal.Code, refusal.Message);
}
