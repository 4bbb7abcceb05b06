namespace OrgTrail;

/// <summary>The kinds of findings. Scripts may depend on the names.</summary>
public enum FindingKind
{
    /// <summary>A log file is not the one that its digest lists.</summary>
    LogModified,

    /// <summary>A log file that a digest lists is not there.</summary>
    LogMissing,

    /// <summary>A log file lies in the bucket that no digest lists.</summary>
    LogUnlisted,

    /// <summary>A log file lies in a storage class that must be restored before it can be read.</summary>
    LogArchived,

    /// <summary>A log file cannot be read.</summary>
    LogUnreadable,

    /// <summary>A log file is younger than the newest digest: the next one lists it.</summary>
    LogNotYetListed,

    /// <summary>A digest that another one follows is not there.</summary>
    DigestMissing,

    /// <summary>A digest is not the one that the next one follows.</summary>
    DigestModified,

    /// <summary>A digest's signature is not that of its content, its place and its predecessor, or is not there.</summary>
    DigestSignatureInvalid,

    /// <summary>A digest is signed by another method than RSA PKCS #1 v1.5 with SHA-256.</summary>
    DigestSignatureWeak,

    /// <summary>A digest names a key that CloudTrail does not know in its Region.</summary>
    DigestKeyUnknown,

    /// <summary>A digest lies elsewhere than where CloudTrail delivered it.</summary>
    DigestMoved,

    /// <summary>What lies in a digest's place is no digest.</summary>
    DigestMalformed,

    /// <summary>A digest cannot be read.</summary>
    DigestUnreadable,

    /// <summary>A digest is not part of the chain that goes through its time.</summary>
    ChainBroken,

    /// <summary>The chain ends too early.</summary>
    ChainEndMissing,

    /// <summary>The chain has a gap that CloudTrail itself accounts for: logging was stopped, or validation switched off.</summary>
    ChainGap,

    /// <summary>There is no digest at all.</summary>
    NoDigests,

    /// <summary>What an earlier receipt says was proved is not there any more, or is not the same.</summary>
    ReceiptContradicted,
}
