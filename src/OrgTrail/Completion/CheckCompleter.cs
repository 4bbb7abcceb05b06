using System.Collections;
using OrgTrail.Health;

namespace OrgTrail.Completion;

/// <summary>Completes the id of a health check.</summary>
public sealed class CheckCompleter : Completer
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) =>
        CheckSelection.All.Checks.Select(check => new Candidate(check.Id, check.Title));
}
