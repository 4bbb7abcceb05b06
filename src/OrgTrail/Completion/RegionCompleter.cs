using System.Collections;
using OrgTrail.Loading;

namespace OrgTrail.Completion;

/// <summary>Completes the name of a Region.</summary>
public sealed class RegionCompleter : Completer
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) =>
        AwsProvider.Get().RegionNames().Select(name => new Candidate(name, name));
}
