using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace OrgTrail.Testing;

/// <summary>Bodies that arrive whole, and are no answer.</summary>
public static class WrongBodies
{
    private const string NextToken = nameof(NextToken);

    private static readonly string[] Values = ["null", "5", "\"x\"", "[]", "{}", "[null]", "[{}]", "1e400", "\"\\ud800\""];

    private static readonly (string How, Action<XElement> Make)[] Changes =
    [
        ("without", element => element.Remove()),
        ("empty", element => element.RemoveAll()),
        ("text in", element => element.Value = "x"),
        ("a number in", element => element.Value = "99999999999999999999"),
        ("a stranger in", element => element.Add(new XElement("Stranger", new XElement("Stranger", "x")))),
        ("twice", element => { if (element.Parent is not null) element.AddAfterSelf(new XElement(element)); }),
        ("renamed", element => element.Name = element.Name.Namespace + "Other"),
    ];

    private static readonly int[] Statuses = [300, 304, 400, 401, 403, 404, 407, 409, 412, 418, 429, 500, 502, 503, 599];

    private static readonly string[] ErrorBodies = ["{}", "null", "[]", "<html>", "<Error/>", "<ErrorResponse/>", "{\"__type\":null,\"message\":5}", "\u0001\u0002"];

    /// <summary>What anything may answer, with a status of success.</summary>
    public static IReadOnlyList<Attack> Any { get; } =
    [
        Body("an empty body", AttackSort.Empty, ""),
        Body("blanks", AttackSort.Empty, " \r\n\t "),
        Body("{}", AttackSort.Empty, "{}"),
        Body("''", AttackSort.NoAnswer, "''"),
        Body("null", AttackSort.Empty, "null"),
        Body("[]", AttackSort.NoAnswer, "[]"),
        Body("[null]", AttackSort.NoAnswer, "[null]"),
        Body("a number", AttackSort.NoAnswer, "0"),
        Body("a text", AttackSort.NoAnswer, "\"text\""),
        Body("two objects", AttackSort.NoAnswer, "{}{}"),
        Body("half an object", AttackSort.NoAnswer, "{\"a\":"),
        Body("an error of JSON", AttackSort.NoAnswer, "{\"__type\":\"AccessDeniedException\",\"message\":\"no\"}"),
        Body("an error of Organizations", AttackSort.NoAnswer, "{\"Message\":\"Internal failure\"}"),
        Body("an error of a gateway", AttackSort.NoAnswer, "{\"message\":\"Forbidden\"}"),
        Body("an error of S3", AttackSort.NoAnswer, "<Error><Code>InternalError</Code><Message>We encountered an internal error. Please try again.</Message></Error>"),
        Body("an error of STS", AttackSort.NoAnswer, "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>"),
        Body("a page", AttackSort.NoAnswer, "<!DOCTYPE html><html><body><h1>Sign in</h1><br></body></html>"),
        Body("a page that is XML", AttackSort.NoAnswer, "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Sign in</title></head><body/></html>"),
        Body("JSON nested without end", AttackSort.NoAnswer, "{\"a\":" + new string('[', 100_000)),
        Body("JSON nested deeply", AttackSort.NoAnswer, "{\"a\":" + new string('[', 5000) + new string(']', 5000) + "}"),
        Body("XML nested deeply", AttackSort.NoAnswer, string.Concat(Enumerable.Repeat("<a>", 20_000)) + string.Concat(Enumerable.Repeat("</a>", 20_000))),
        Body("XML with entities", AttackSort.NoAnswer, "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><a>&c;</a>"),
        Body("XML with an outer entity", AttackSort.NoAnswer, "<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><a>&a;</a>"),
        new("bytes that are no UTF-8", AttackSort.NoAnswer, call => call.AnswerAsync(call.Honest with { Status = 200, Body = [(byte)'{', (byte)'"', 0xff, 0xfe, (byte)'"', (byte)':', (byte)'1', (byte)'}'] })),
        Status(204, AttackSort.Empty),
        Status(299, AttackSort.Empty),
    ];

    /// <summary>What errors may look like.</summary>
    public static IReadOnlyList<Attack> Errors { get; } =
    [
        .. from status in Statuses select Body($"{status} without a body", AttackSort.NoAnswer, "", status),
        .. from body in ErrorBodies
           from status in new[] { 400, 404, 503 }
           select Body($"{status} with '{body}'", AttackSort.NoAnswer, body, status),
    ];

    /// <summary>The honest answer of an operation with one thing in it changed, in every place.</summary>
    public static IReadOnlyList<Attack> Changed(RecordedAnswers answers, string operation)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var text = Encoding.UTF8.GetString(answers.First(operation).Body);
        return text.TrimStart() switch
        {
            ['{', ..] => [.. Json(text).Select(change => Body(change.Name, AttackSort.Changed, change.Text))],
            ['<', ..] => [.. Xml(text).Select(change => Body(change.Name, AttackSort.Changed, change.Text))],
            _ => [],
        };
    }

    /// <summary>Listings without an end.</summary>
    public static IReadOnlyList<Attack> Pages { get; } =
    [
        new("a token that repeats", AttackSort.NoAnswer, call => PageAsync(call, "again", clear: false)),
        new("two tokens in turn", AttackSort.NoAnswer, call => PageAsync(call, $"token {call.Turn % 2}", clear: false)),
        new("pages without an item", AttackSort.NoAnswer, call => PageAsync(call, $"token {call.Turn}", clear: true)),
    ];

    private static Attack Body(string name, AttackSort sort, string body, int? status = null) =>
        new(name, sort, call => call.AnswerAsync(call.Honest with { Status = status ?? 200, Body = Encoding.UTF8.GetBytes(body) }));

    private static Attack Status(int status, AttackSort sort) =>
        new($"status {status} without a body", sort, call => call.AnswerAsync(call.Honest with { Status = status, Body = [] }));

    private static Task<bool> PageAsync(AttackedCall call, string token, bool clear)
    {
        var body = Encoding.UTF8.GetString(call.Honest.Body);
        return call.AnswerAsync(call.Honest with { Body = Encoding.UTF8.GetBytes(body.TrimStart().StartsWith('<') ? XmlPage(body, token, clear) : JsonPage(body, token, clear)) });
    }

    private static string JsonPage(string body, string token, bool clear)
    {
        var page = (JsonObject)JsonNode.Parse(body)!;
        if (clear)
            foreach (var (_, list) in page)
                (list as JsonArray)?.Clear();
        page[NextToken] = token;
        return page.ToJsonString();
    }

    private static string XmlPage(string body, string token, bool clear)
    {
        var page = XElement.Parse(body);
        if (clear) page.Elements().Where(element => element.Name.LocalName is "Contents" or "CommonPrefixes").Remove();
        page.Elements().Where(element => element.Name.LocalName is "IsTruncated" or "NextContinuationToken").Remove();
        page.Add(new XElement(page.Name.Namespace + "IsTruncated", "true"), new XElement(page.Name.Namespace + "NextContinuationToken", token));
        return page.ToString(SaveOptions.DisableFormatting);
    }

    private static IEnumerable<(string Name, string Text)> Json(string text)
    {
        foreach (var path in Paths(JsonNode.Parse(text)!, []))
        {
            var name = string.Join('.', path);
            yield return ($"without {name}", Edited(text, path, null));
            foreach (var value in Values)
                yield return ($"{name} = {value}", Edited(text, path, value));
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode node, object[] path) => node switch
    {
        JsonObject members => members.SelectMany(member => Below(member.Value, [.. path, member.Key])),
        JsonArray items => items.SelectMany((item, index) => Below(item, [.. path, index])),
        _ => [],
    };

    private static IEnumerable<object[]> Below(JsonNode? node, object[] path) => [path, .. node is null ? [] : Paths(node, path)];

    /// <summary>By a mark and its replacement, since not every value here is one that a writer of JSON writes.</summary>
    private static string Edited(string text, object[] path, string? value)
    {
        const string Mark = "\"6f1d9c0e-mark\"";
        var root = JsonNode.Parse(text)!;
        var parent = path[..^1].Aggregate(root, (node, step) => step is int index ? node[index]! : node[(string)step]!);
        if (parent is JsonArray list)
        {
            if (value is null) list.RemoveAt((int)path[^1]);
            else list[(int)path[^1]] = JsonNode.Parse(Mark);
        }
        else if (value is null)
        {
            ((JsonObject)parent).Remove((string)path[^1]);
        }
        else
        {
            parent[(string)path[^1]] = JsonNode.Parse(Mark);
        }

        return root.ToJsonString().Replace(Mark, value ?? "", StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, string Text)> Xml(string text)
    {
        var count = XElement.Parse(text).DescendantsAndSelf().Count();
        for (var i = 0; i < count; i++)
        {
            foreach (var (how, change) in Changes)
            {
                var root = XElement.Parse(text);
                var element = root.DescendantsAndSelf().ElementAt(i);
                if (element == root && how == "without") continue;
                var name = $"{how} {element.Name.LocalName}";
                change(element);
                yield return (name, root.ToString(SaveOptions.DisableFormatting));
            }
        }
    }
}
