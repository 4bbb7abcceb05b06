using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using OrgTrail.Policies;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>
/// A bucket policy as accounts meet it. The evaluator of Core judges calls of AWS services; here the principals are
/// matched first, and the rest of each statement that means the caller is its business.
/// </summary>
internal sealed class CallerPolicy
{
    private static readonly ConditionalWeakTable<string, CallerPolicy> Known = [];
    private readonly PolicyDocument _document;
    private readonly IReadOnlyList<(Selection<Principal> Principals, Statement ForAll)> _statements;

    private CallerPolicy(string text)
    {
        _document = PolicyDocument.Parse(text);
        _statements = [.. _document.Statements.Select(statement => (statement.Principals, ForEverybody(statement)))];
        IsPublic = PublicAccess.Grants(_document);
    }

    /// <summary>Whether it lets everybody in.</summary>
    public bool IsPublic { get; }

    /// <summary>Reads a policy; one that was read before is known already.</summary>
    public static CallerPolicy Of(string text) => Known.GetValue(text, policy => new CallerPolicy(policy));

    /// <summary>What the policy says to a call.</summary>
    public PolicyDecision Decide(S3Caller caller, string action, string resource, RequestContext context)
    {
        var request = new ServiceRequest("", action, resource, context);
        return new PolicyDecision(
        [
            .. from statement in _statements
               where statement.Principals.Items.Any(caller.IsMeantBy) != statement.Principals.Except
               select StatementEvaluator.Evaluate(statement.ForAll, request, _document.KnowsVariables),
        ]);
    }

    private static Statement ForEverybody(Statement statement)
    {
        var json = (JsonObject)statement.Json.DeepClone();
        json.Remove("NotPrincipal");
        json["Principal"] = Principal.Anybody;
        return new Statement(statement.Index, json);
    }
}
