using OrgTrail.Trails;

namespace OrgTrail.Integrity;

/// <summary>Reads digests, and judges each as far as it can be judged by itself.</summary>
/// <param name="reader">Reads files.</param>
/// <param name="lane">Whose digests they are.</param>
internal sealed class DigestFetch(EvidenceReader reader, AccountRegion lane)
{
    private const string BackfillTime = "backfill-generation-timestamp";

    /// <summary>Reads one.</summary>
    public async Task<ReadDigest> FetchAsync(ListedDigest listed, CancellationToken cancellation)
    {
        try
        {
            return Judge(listed, await reader.ReadAsync(listed.Bucket, listed.Key, cancellation).ConfigureAwait(false));
        }
        catch (OrgTrailException refusal)
        {
            var finding = refusal.Problem.Kind == ProblemKind.NotFound ? DigestFindings.Missing(listed.Key, null) : DigestFindings.Unreadable(listed, refusal.Problem);
            return new(listed) { Findings = [finding] };
        }
        catch (IOException broken)
        {
            return new(listed) { Findings = [DigestFindings.Unreadable(listed, broken.Message)] };
        }
    }

    private ReadDigest Judge(ListedDigest listed, HashedFile file)
    {
        if (!file.Inflated.IsWhole) return new(listed) { Findings = [DigestFindings.Malformed(listed.Key, file.Inflated.Defect!)] };
        try
        {
            var document = DigestReader.Read(file.Content);
            return IsInPlace(listed, document) ? Read(listed, file, document) : new(listed) { Findings = [DigestFindings.Moved(listed, document)] };
        }
        catch (DigestFormatException defect)
        {
            return new(listed) { Findings = [DigestFindings.Malformed(listed.Key, defect.Message)] };
        }
    }

    private ReadDigest Read(ListedDigest listed, HashedFile file, DigestDocument document)
    {
        var findings = new List<IntegrityFinding>();
        if (file.Inflated.Defect is { } defect) findings.Add(DigestFindings.Repacked(listed.Key, defect));
        if (listed.IsBackfill && reader.Evidence.HasMetadata && file.Metadata.ContainsKey("signature") && !file.Metadata.ContainsKey(BackfillTime))
            findings.Add(DigestFindings.Malformed(listed.Key, $"it is a backfill digest, and its metadata has no {BackfillTime}"));
        // A folder has no name of a bucket: then that of the digest counts.
        return new(reader.Evidence.KnowsBuckets ? listed : listed with { Bucket = document.Bucket })
        {
            Document = document,
            Hash = file.Hash,
            Signature = file.Metadata.GetValueOrDefault("signature"),
            SignatureAlgorithm = file.Metadata.GetValueOrDefault("signature-algorithm"),
            Findings = findings,
        };
    }

    private bool IsInPlace(ListedDigest listed, DigestDocument document) =>
        document.Key == listed.Key && document.AccountId == lane.AccountId && (!reader.Evidence.KnowsBuckets || document.Bucket == listed.Bucket);
}
