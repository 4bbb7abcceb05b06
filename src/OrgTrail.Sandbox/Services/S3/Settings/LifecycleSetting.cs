using System.Globalization;
using System.Xml.Linq;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>Lifecycle rules. They are kept, not carried out.</summary>
internal sealed class LifecycleSetting()
    : XmlSetting("lifecycle", "LifecycleConfiguration", "LifecycleConfiguration", S3Settings.Missing("NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist"))
{
    // It comes as a header, and terraform waits until it reads what it wrote.
    private const string SizeHeader = "x-amz-transition-default-minimum-object-size";
    private const string SizeSetting = "lifecycle-minimum-object-size";
    private const string DefaultSize = "all_storage_classes_128K";
    private const int MostRules = 1_000;

    protected override void Write(S3Request request, XElement setting)
    {
        base.Write(request, setting);
        request.Bucket.Configurations[SizeSetting] = request.Header(SizeHeader) ?? DefaultSize;
    }

    protected override void Remove(SandboxBucket bucket)
    {
        base.Remove(bucket);
        bucket.Configurations.Remove(SizeSetting);
    }

    protected override HttpResponse Complete(SandboxBucket bucket, HttpResponse answer) =>
        answer.With(SizeHeader, bucket.Configurations.GetValueOrDefault(SizeSetting, DefaultSize));

    protected override void Check(SandboxBucket bucket, XElement setting)
    {
        var rules = setting.Elements("Rule").ToArray();
        if (rules.Length is 0 or > MostRules || rules.Any(rule => rule.Element("Status")?.Value is not ("Enabled" or "Disabled")))
            throw S3Errors.MalformedXml();
        foreach (var days in setting.Descendants("Expiration").Elements("Days").Concat(setting.Descendants("NoncurrentDays")))
        {
            if (!int.TryParse(days.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
                throw S3Errors.InvalidArgument($"'{days.Name}' for Expiration action must be a positive integer", days.Name.LocalName, days.Value);
        }

        foreach (var (rule, index) in rules.Select((rule, index) => (rule, index)).Where(numbered => numbered.rule.Element("ID") is null))
            rule.AddFirst(new XElement("ID", string.Create(CultureInfo.InvariantCulture, $"rule-{index + 1}")));
        if (rules.Select(rule => rule.Element("ID")!.Value).Distinct().Count() < rules.Length)
            throw S3Errors.InvalidArgument("Rule ID must be unique. Found same ID for more than one rule", "ID", "");
    }
}
