namespace OrgTrail.Policies;

/// <summary>Why a resource of a bucket policy does not cover what CloudTrail asks for.</summary>
internal static class BucketResourceMisfit
{
    internal static Misfit Of(string resource, TrailRequest request, PatternReader reader)
    {
        var wanted = LogPath.Of(request.Request.Resource);
        var bucketArn = wanted.BucketArn;
        bool Fits(string changed) => reader.Read(changed, wildcards: true).Match(request.Request.Resource) == Truth.True;
        if (!BucketPolicyAcceptance.IsResource(resource, bucketArn))
            // A key without the bucket is a slip, another bucket is meant.
            return new(Fits($"{bucketArn}/{resource.TrimStart('/')}") ? 1 : 2, BucketResource.Describe(resource, bucketArn));
        if (!wanted.IsObject) return Misfit.Slip($"The resource '{resource}' stands for objects, and {request.Request.Action} is about the bucket itself, {bucketArn}.");

        if (resource == bucketArn) return Misfit.Slip($"The resource is the bucket itself: it lacks {wanted.Folder[bucketArn.Length..]}*, the objects.");
        var single = resource.Contains("//", StringComparison.Ordinal) ? Collapse(resource) : resource;
        var slashes = single == resource ? "" : $"The resource '{resource}' has //, as an empty prefix makes it: CloudTrail writes {wanted.Folder}…";
        if (slashes.Length > 0 && Fits(single)) return Misfit.Slip(slashes);
        if (Fits(single.TrimEnd('/') + "/*")) return Misfit.Slip(Join(slashes, $"The resource '{resource}' lacks /* at its end, and so means one object only."));

        string[] reasons = [.. slashes.Length > 0 ? (string[])[slashes] : [], .. Differences(resource, LogPath.Of(single), wanted)];
        return reasons.Length > 0
            ? new(reasons.Length + (IsForOther(LogPath.Of(single), wanted) ? 1 : 0), string.Join(" ", reasons))
            : Misfit.Slip($"The resource '{resource}' leaves out some of {wanted.Folder}*: {request.Request.Resource}.");
    }

    // The parts of a key one by one: the prefix, AWSLogs, whose folder it is.
    private static IEnumerable<string> Differences(string resource, LogPath path, LogPath wanted)
    {
        if (path.Logs is null)
        {
            yield return $"The resource '{resource}' lacks the folder AWSLogs/: CloudTrail writes {wanted.Folder}…";
            yield break;
        }

        if (path.Logs != LogPath.LogsFolder)
            yield return $"The resource '{resource}' writes {path.Logs} for {LogPath.LogsFolder}; keys are case-sensitive.";
        if (!Matches(path.Prefix, wanted.Prefix))
            yield return $"The resource '{resource}' has {Prefix(path.Prefix)}, and the trail has {Prefix(wanted.Prefix)}.";
        if (path.Owner is { Length: > 0 } owner && !Matches(owner, wanted.Owner!))
            yield return Owner(resource, owner, wanted);
    }

    private static string Owner(string resource, string owner, LogPath wanted) => (IsOrganization(owner), IsOrganization(wanted.Owner!)) switch
    {
        (true, true) => $"The resource '{resource}' names the organization {owner}, not {wanted.Owner}.",
        (false, true) => $"The resource '{resource}' names the folder of {owner}, and the files of the organization's accounts lie below {wanted.Folder}.",
        (true, false) => $"The resource '{resource}' names the folder of the organization {owner}; that of the management account, {wanted.Folder}, is needed too.",
        _ => $"The resource '{resource}' names the account {owner}, not the management account {wanted.Owner}.",
    };

    // The folder of an account is meant for another call than that of the organization.
    private static bool IsForOther(LogPath path, LogPath wanted) => path.Owner is { } owner && IsOrganization(owner) != IsOrganization(wanted.Owner!);

    private static bool IsOrganization(string owner) => owner.StartsWith("o-", StringComparison.Ordinal);

    private static string Prefix(string prefix) => prefix.Length == 0 ? "no prefix" : $"the prefix '{prefix}'";

    private static bool Matches(string pattern, string text) => Glob.Parse(pattern).Matches(text);

    private static string Join(string first, string second) => first.Length == 0 ? second : $"{first} {second}";

    private static string Collapse(string resource)
    {
        while (resource.Contains("//", StringComparison.Ordinal)) resource = resource.Replace("//", "/", StringComparison.Ordinal);
        return resource;
    }
}
