namespace OrgTrail.Trails;

/// <summary>The rules for data resources of basic event selectors (CloudTrail API reference, DataResource).</summary>
internal static class DataResourceRules
{
    private static readonly Dictionary<string, (string Service, string Example)> Types = new(StringComparer.Ordinal)
    {
        ["AWS::DynamoDB::Table"] = ("dynamodb", "arn:aws:dynamodb:us-east-1:111111111111:table/orders"),
        ["AWS::Lambda::Function"] = ("lambda", "arn:aws:lambda:us-east-1:111111111111:function:orders"),
        ["AWS::S3::Object"] = ("s3", "arn:aws:s3:::bucket/ or arn:aws:s3:::bucket/prefix"),
    };

    /// <summary>Whether a value stands for all resources of a type: <c>arn:aws:s3</c>, which AWS also takes with colons behind it.</summary>
    public static bool IsAll(string value) => value.TrimEnd(':').Split(':') is ["arn", _, _];

    /// <summary>What is wrong with a resource.</summary>
    public static IEnumerable<string> Faults(DataResource resource)
    {
        if (!Types.TryGetValue(resource.Type, out var type))
            return [$"DataResources has the type {NamingRule.Quote(resource.Type)}; basic selectors know {string.Join(", ", Types.Keys)}, advanced ones the others"];
        if (resource.Values.Count == 0)
            return [$"DataResources of {resource.Type} has no Values; arn:aws:{type.Service} means all"];
        return resource.Values.Where(value => !IsValid(value, type.Service)).Select(value =>
            $"{NamingRule.Quote(value)} does not mean {resource.Type}; allowed are arn:aws:{type.Service} for all, and such as {type.Example}, without wildcards");
    }

    private static bool IsValid(string value, string service) =>
        !value.Contains('*') && Arn.Find(IsAll(value) ? value.TrimEnd(':') + ":::" : value) is { } arn
        && Partition.IsKnown(arn.Partition) && arn.Service == service && (IsAll(value) || Names(service, arn.Resource));

    // A bucket needs its slash: arn:aws:s3:::bucket is refused as an invalid S3 ARN.
    private static bool Names(string service, string resource) => service switch
    {
        "s3" => resource.IndexOf('/') > 0,
        "lambda" => resource.StartsWith("function:", StringComparison.Ordinal),
        _ => resource.StartsWith("table/", StringComparison.Ordinal),
    };
}
