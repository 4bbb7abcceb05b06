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
        IsPublic = PublicPolicy.Grants(_document);
    }

    /// <summary>Whether it lets everybody in.</summary>
    public bool IsPublic { get; }

    /// <summary>Reads a policy; one that was read before is known already.</summary>
    public static CallerPolicy Of(string text) => Known.GetValue(text, policy => new CallerPolicy(policy));

    /// <summary>What the policy says to a call.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="action">The action.</param>
    /// <param name="resource">The ARN of the bucket or the object.</param>
    /// <param name="context">Gathers the call's condition keys: only for a policy that means the caller at all, which that of a trail's bucket does not.</param>
    public PolicyDecision Decide(S3Caller caller, string action, string resource, Func<RequestContext> context)
    {
        var statements = _statements
            .Where(statement => statement.Principals.Items.Any(caller.IsMeantBy) != statement.Principals.Except)
            .Select(statement => statement.ForAll)
            .ToList();
        if (statements.Count == 0) return new PolicyDecision([]);
        var request = new ServiceRequest("", action, resource, context());
        return new PolicyDecision([.. statements.Select(statement => StatementEvaluator.Evaluate(statement, request, _document.KnowsVariables))]);
    }

    private static Statement ForEverybody(Statement statement)
    {
        var json = (JsonObject)statement.Json.DeepClone();
        json.Remove("NotPrincipal");
        json["Principal"] = Principal.Anybody;
        return new Statement(statement.Index, json);
    }
}
