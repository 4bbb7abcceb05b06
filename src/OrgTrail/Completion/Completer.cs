using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace OrgTrail.Completion;

/// <summary>Completes an argument from a list of names. Never throws and never asks: an empty list is the answer to all trouble.</summary>
public abstract class Completer : IArgumentCompleter
{
    private protected Completer()
    {
    }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        try
        {
            return [.. Candidates(fakeBoundParameters).Match(wordToComplete ?? "")
                .Select(candidate => new CompletionResult(candidate.Quoted, candidate.Text, CompletionResultType.ParameterValue, candidate.ToolTip))];
        }
        catch (Exception)
        {
            // An outermost edge: whatever goes wrong at a press of the Tab key, the prompt must not break.
            return [];
        }
    }

    /// <summary>What there is to choose from.</summary>
    /// <param name="bound">The parameters that stand in the command line already.</param>
    private protected abstract IEnumerable<Candidate> Candidates(IDictionary bound);
}
