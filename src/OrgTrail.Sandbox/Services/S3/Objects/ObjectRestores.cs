using System.Globalization;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>RestoreObject: a copy of an archived object for some days, after the hours that its tier takes.</summary>
internal sealed class ObjectRestores(SandboxContext context, ObjectReads reads)
{
    // Amazon S3 user guide, "Archive retrieval options": the longest of each.
    private static readonly Dictionary<(string Class, string Tier), TimeSpan> Waits = new()
    {
        [("GLACIER", "Expedited")] = TimeSpan.FromMinutes(5),
        [("GLACIER", "Standard")] = TimeSpan.FromHours(5),
        [("GLACIER", "Bulk")] = TimeSpan.FromHours(12),
        [("DEEP_ARCHIVE", "Standard")] = TimeSpan.FromHours(12),
        [("DEEP_ARCHIVE", "Bulk")] = TimeSpan.FromHours(48),
    };

    public HttpResponse Restore(S3Request request)
    {
        var stored = reads.Find(request);
        var body = S3Xml.Read(request.Body, "RestoreRequest");
        foreach (var element in body.Elements().Where(element => element.Name.LocalName is not ("Days" or "GlacierJobParameters")))
            throw S3Errors.NotImplemented($"RestoreRequest/{element.Name.LocalName}");
        if (!int.TryParse(body.Element("Days")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days == 0) throw S3Errors.MalformedXml();
        if (!StorageClasses.IsArchived(stored))
            throw new AwsErrorException("InvalidObjectState", "Restore is not allowed for the object's current storage class", 403) { Members = { ["StorageClass"] = StorageClasses.Of(stored) } };
        var tier = body.Element("GlacierJobParameters")?.Element("Tier")?.Value ?? "Standard";
        if (!Waits.TryGetValue((StorageClasses.Of(stored), tier), out var wait))
            throw S3Errors.InvalidArgument("Retrieval option is not supported by this storage class", "Tier", tier);
        return Restored(stored, wait, days);
    }

    private HttpResponse Restored(StoredObject stored, TimeSpan wait, int days)
    {
        var now = context.Clock.Now;
        var present = StorageClasses.Restore(stored);
        if (present is { } under && under.Ready > now)
            throw new AwsErrorException("RestoreAlreadyInProgress", "Object restore is already in progress", 409);
        var isReady = present is { } ready && ready.Expiry > now;
        var from = isReady ? present!.Value.Ready : now + wait;

        // "calculates this expiry by adding the number of days … and rounding to the next day at midnight UTC".
        var expiry = new DateTimeOffset((isReady ? now : from).UtcDateTime.Date, TimeSpan.Zero).AddDays(days + 1);
        context.Objects.Change(stored, new Dictionary<string, string>(stored.Headers, StringComparer.Ordinal) { [HiddenHeaders.Restore] = StorageClasses.RestoreText(from, expiry) });
        return HttpResponse.Empty(isReady ? 200 : 202);
    }
}
