using System.Globalization;
using System.Xml.Linq;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>Lifecycle rules, which <see cref="LifecyclePass"/> carries out.</summary>
internal sealed class LifecycleSetting()
    : XmlSetting("lifecycle", "LifecycleConfiguration", "LifecycleConfiguration", S3Settings.Missing("NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist"))
{
    // It comes as a header, and terraform waits until it reads what it wrote.
    private const string SizeHeader = "x-amz-transition-default-minimum-object-size";
    private const string SizeSetting = "lifecycle-minimum-object-size";
    private static readonly string[] Sizes = [DefaultSize, "varies_by_storage_class"];

    /// <summary>The least size of objects that change their storage class, unless the configuration says otherwise.</summary>
    public const string DefaultSize = "all_storage_classes_128K";
    private const int MostRules = 1_000;

    /// <summary>The rules of a bucket.</summary>
    public static IEnumerable<LifecycleRule> RulesOf(SandboxBucket bucket)
    {
        if (!bucket.Configurations.TryGetValue("lifecycle", out var text)) return [];
        var size = bucket.Configurations.GetValueOrDefault(SizeSetting, DefaultSize);
        return XElement.Parse(text).Elements("Rule").Select(rule => new LifecycleRule(rule, size));
    }

    protected override void Write(S3Request request, XElement setting)
    {
        if (request.Header(SizeHeader) is { } size && !Sizes.Contains(size)) throw S3Errors.InvalidRequest("Invalid TransitionDefaultMinimumObjectSize found: " + size);
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
        if (rules.Length is 0 or > MostRules) throw S3Errors.MalformedXml();
        foreach (var rule in rules)
            LifecycleChecks.Require(rule);
        foreach (var (rule, index) in rules.Select((rule, index) => (rule, index)).Where(numbered => numbered.rule.Element("ID") is null))
            rule.AddFirst(new XElement("ID", string.Create(CultureInfo.InvariantCulture, $"rule-{index + 1}")));
        if (rules.Select(rule => rule.Element("ID")!.Value).Distinct().Count() < rules.Length)
            throw S3Errors.InvalidArgument("Rule ID must be unique. Found same ID for more than one rule", "ID", "");
    }
}
