using System.Text.Json.Nodes;

namespace OrgTrail.Core.Tests.Policies.Merging;

/// <summary>Makes policies of statements like ours, almost like ours, and quite unlike ours. The same seed makes the same ones.</summary>
internal sealed class PolicyGenerator(int seed, PolicyVocabulary words)
{
    private static readonly string[] Arns =
    [
        Example.TrailArn,
        "arn:aws:cloudtrail:us-west-2:111111111111:trail/my-organization-trail",
        "arn:aws:cloudtrail:us-east-1:111111111111:trail/other-trail",
        "arn:aws:cloudtrail:us-east-1:222222222222:trail/my-organization-trail",
        "arn:aws:cloudtrail:*:111111111111:trail/*",
        "no arn",
    ];

    private static readonly string[] Operators =
        ["StringEquals", "StringLike", "ArnLike", "ArnEquals", "StringNotEquals", "StringEqualsIfExists", "ForAnyValue:StringEquals", "ForAllValues:StringNotLike", "Null", "Bool", "NoOperator"];

    private readonly Random _random = new(seed);

    internal string Policy()
    {
        var statements = Enumerable.Range(0, _random.Next(6)).Select(_ => Statement()).ToArray();
        var policy = new JsonObject { ["Version"] = Chance(4) ? "2008-10-17" : "2012-10-17", ["Custom"] = JsonNode.Parse("1.50") };
        policy["Statement"] = statements is [var single] && Chance(2) ? single : (JsonNode)new JsonArray([.. statements]);
        return policy.ToJsonString();
    }

    internal bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private JsonObject Statement()
    {
        var statement = new JsonObject { ["Effect"] = Chance(6) ? "Deny" : "Allow" };
        statement[Chance(12) ? "NotPrincipal" : "Principal"] = Principal();
        AddSelection(statement, "Action", words.Actions);
        AddSelection(statement, "Resource", words.Resources);
        if (Chance(2))
        {
            statement.Insert(_random.Next(statement.Count), "Sid", Pick(words.Sids));
        }

        if (!Chance(3))
        {
            statement["Condition"] = Condition();
        }

        if (Chance(4))
        {
            statement["Note"] = JsonNode.Parse("""["kept",null,1.250,"\u2014 ' <"]""");
        }

        return statement;
    }

    private void AddSelection(JsonObject statement, string name, string[] items)
    {
        if (!(words.HasGaps && Chance(20)))
        {
            statement[Chance(10) ? $"Not{name}" : name] = OneOrMore(items);
        }
    }

    private JsonNode Principal() => _random.Next(10) switch
    {
        0 => "*",
        1 => new JsonObject { ["AWS"] = "arn:aws:iam::333333333333:root" },
        2 => new JsonObject { ["Service"] = new JsonArray("config.amazonaws.com", "cloudtrail.amazonaws.com") },
        3 => new JsonObject { ["Service"] = new JsonArray("cloudtrail.amazonaws.com") },
        4 => new JsonObject { ["AWS"] = new JsonArray("*"), ["Service"] = "s3.amazonaws.com" },
        _ => new JsonObject { ["Service"] = "cloudtrail.amazonaws.com" },
    };

    private JsonObject Condition()
    {
        var condition = new JsonObject();
        if (!Chance(3))
        {
            Add(condition, Pick(Operators[..6]), "aws:SourceArn", Arns);
        }

        foreach (var (key, values) in words.Keys.Where(_ => Chance(words.Keys.Length)))
        {
            Add(condition, Chance(2) ? "StringEquals" : Pick(Operators), key, values);
        }

        return condition;
    }

    private void Add(JsonObject condition, string comparison, string key, string[] values)
    {
        if (condition[comparison] is not JsonObject keys)
        {
            condition[comparison] = keys = [];
        }

        keys[key] = OneOrMore(values);
    }

    private JsonNode OneOrMore(string[] items) => Chance(3)
        ? new JsonArray([.. Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => (JsonNode)Pick(items))])
        : Pick(items);

    private string Pick(string[] items) => items[_random.Next(items.Length)];
}
