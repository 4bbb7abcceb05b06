namespace OrgTrail.Integrity;

/// <summary>
/// Judges a digest by its signature and by the digests behind it: each repeats the signature and the hash of the one in front
/// of it. So a digest whose metadata is lost is proved all the same, and one that was changed is told from one that was signed
/// by somebody else; a digest behind it that is itself in doubt says nothing.
/// </summary>
/// <param name="keys">The keys of signatures.</param>
/// <param name="region">The Region that the digests come from.</param>
/// <param name="hasMetadata">Whether files have their metadata.</param>
internal sealed class DigestJudge(SigningKeys keys, string region, bool hasMetadata)
{
    /// <summary>Judges a digest.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="next">The one behind it in the chain; <see langword="null"/> when it is the newest.</param>
    /// <param name="afterNext">The one behind that.</param>
    /// <param name="cancellation">Ends the look for keys.</param>
    public async Task<Judgement> JudgeAsync(ReadDigest digest, ReadDigest? next, ReadDigest? afterNext, CancellationToken cancellation)
    {
        if (digest.Document is not { } document) return new(digest, false, digest.Findings);
        var (key, refusal) = await keys.FindAsync(region, document.Fingerprint, document.End, cancellation).ConfigureAwait(false);
        if (refusal?.Id == ProblemIds.PublicKeysNotKept) return ByChain(digest, next, afterNext);
        if (key is null)
        {
            // What was changed in it may be the very name of the key.
            var isChanged = refusal is null && await IsContradictedAsync(digest, next, afterNext, cancellation).ConfigureAwait(false);
            return Doubtful(digest, isChanged ? DigestFindings.Modified(digest.Listed.Key) : DigestFindings.KeyUnknown(digest.Listed.Key, region, document.Fingerprint, refusal));
        }

        var own = Verdict(digest, digest.Signature, key);
        if (own == SignatureVerdict.Valid) return Signed(digest);
        var copied = Verdict(digest, CopyIn(next, digest), key);
        if (copied == SignatureVerdict.Valid) return Vouched(digest, own);
        return Doubtful(digest, await WhyAsync(digest, next, afterNext, own, copied, cancellation).ConfigureAwait(false));
    }

    // Without keys nothing is proved against CloudTrail, but each digest against the one behind it, and so all against the newest.
    private static Judgement ByChain(ReadDigest digest, ReadDigest? next, ReadDigest? afterNext)
    {
        if (next?.Follows(digest) != true) return Doubtful(digest, DigestFindings.RestsOnNothing(digest.Listed.Key));
        if (next.Document!.Previous!.Hash == digest.Hash) return new(digest, true, digest.Findings);
        // Whether the one behind is right is known from the one behind that.
        var isVouched = afterNext?.Follows(next) == true && afterNext.Document!.Previous!.Hash == next.Hash;
        return Doubtful(digest, isVouched ? DigestFindings.Modified(digest.Listed.Key) : DigestFindings.RestsOnNothing(digest.Listed.Key));
    }

    /// <summary>Whether CloudTrail signed what a digest says, by its own signature or by the copy of it in the next one.</summary>
    private async Task<bool> IsSignedAsync(ReadDigest? digest, ReadDigest? next, CancellationToken cancellation)
    {
        if (digest?.Document is not { } document) return false;
        var (key, _) = await keys.FindAsync(region, document.Fingerprint, document.End, cancellation).ConfigureAwait(false);
        return key is not null
            && (Verdict(digest, digest.Signature, key) == SignatureVerdict.Valid || Verdict(digest, CopyIn(next, digest), key) == SignatureVerdict.Valid);
    }

    private async Task<bool> IsContradictedAsync(ReadDigest digest, ReadDigest? next, ReadDigest? afterNext, CancellationToken cancellation) =>
        next?.Follows(digest) == true && next.Document!.Previous!.Hash != digest.Hash && await IsSignedAsync(next, afterNext, cancellation).ConfigureAwait(false);

    private async Task<IntegrityFinding> WhyAsync(
        ReadDigest digest, ReadDigest? next, ReadDigest? afterNext, SignatureVerdict? own, SignatureVerdict? copied, CancellationToken cancellation)
    {
        var key = digest.Listed.Key;
        if (await IsContradictedAsync(digest, next, afterNext, cancellation).ConfigureAwait(false)) return DigestFindings.Modified(key);
        if (own == SignatureVerdict.Weak || copied == SignatureVerdict.Weak) return DigestFindings.SignatureWeak(key);
        if (own is null && !hasMetadata) return DigestFindings.RestsOnNothing(key);
        return DigestFindings.SignatureInvalid(key, own is null ? "Its metadata has no signature." : "Its signature is not that of its content and place.", isContentProved: false);
    }

    private static SignatureVerdict? Verdict(ReadDigest digest, string? signature, SigningKey key) =>
        signature is null ? null : DigestSignature.Judge(digest.Document!, digest.Hash, signature, key);

    private static string? CopyIn(ReadDigest? next, ReadDigest digest) => next?.Follows(digest) == true ? next.Document!.Previous!.Signature : null;

    private static Judgement Signed(ReadDigest digest)
    {
        if (digest.Document!.Algorithm != DigestDocument.Sha256WithRsa) return Doubtful(digest, DigestFindings.SignatureWeak(digest.Listed.Key));
        if (digest.SignatureAlgorithm == DigestDocument.Sha256WithRsa) return new(digest, true, digest.Findings);
        var names = digest.SignatureAlgorithm is null ? "does not name the method of signing" : "names another method of signing than SHA256withRSA";
        return new(digest, true, [.. digest.Findings, DigestFindings.SignatureInvalid(digest.Listed.Key, $"Its metadata {names}.", isContentProved: true)]);
    }

    private Judgement Vouched(ReadDigest digest, SignatureVerdict? own)
    {
        if (digest.Document!.Algorithm != DigestDocument.Sha256WithRsa) return Doubtful(digest, DigestFindings.SignatureWeak(digest.Listed.Key));
        if (own is null && !hasMetadata) return new(digest, true, digest.Findings);
        var observed = own switch
        {
            null => "Its metadata has no signature.",
            SignatureVerdict.Weak => "The signature in its metadata is made with another hash than SHA-256.",
            _ => "The signature in its metadata is not the one that it was delivered with.",
        };
        var finding = own == SignatureVerdict.Weak ? DigestFindings.SignatureWeak(digest.Listed.Key) : DigestFindings.SignatureInvalid(digest.Listed.Key, observed, isContentProved: true);
        return new(digest, true, [.. digest.Findings, finding]);
    }

    private static Judgement Doubtful(ReadDigest digest, IntegrityFinding finding) => new(digest, false, [.. digest.Findings, finding]);
}
