namespace OrgTrail.Policies;

/// <summary>Why a statement's actions do not include one.</summary>
internal static class ActionMisfit
{
    /// <summary>The misfit; <see langword="null"/> when the action is meant.</summary>
    internal static Misfit? Of(Statement statement, string wanted)
    {
        if (StatementEvaluator.MeansAction(statement, wanted)) return null;
        var actions = statement.Actions;
        if (actions.Except) return Misfit.Unrelated($"Its NotAction {string.Join(", ", actions.Items)} leaves out {wanted}.");

        var name = wanted[(wanted.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return actions.Items.Select(action => Slip(action, wanted, name)).OfType<string>().FirstOrDefault() is { } slip
            ? Misfit.Slip(slip)
            : Misfit.Unrelated($"It allows {string.Join(", ", actions.Items)}, not {wanted}.");
    }

    private static string? Slip(string action, string wanted, string name) =>
        string.Equals(action, name, StringComparison.OrdinalIgnoreCase) ? $"The action '{action}' lacks the prefix of its service: it is {wanted}."
        : Spelling.Distance(action, wanted) <= 3 && !IsAnother(action) ? $"The action is spelt '{action}'; it is {wanted}."
        : null;

    private static bool IsAnother(string action) =>
        action.StartsWith(S3Actions.Prefix, StringComparison.OrdinalIgnoreCase) ? S3Actions.Exists(action) : action.Contains('*', StringComparison.Ordinal);
}
