using System.Collections;
using OrgTrail.Connection;
using OrgTrail.Loading;

namespace OrgTrail.Completion;

/// <summary>Completes the name of a profile in the AWS configuration files.</summary>
public sealed class ProfileCompleter : Completer
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) =>
        AwsProvider.Get()
            .ProfileNames(BoundConnection.Text(bound, nameof(ConnectedCmdlet.ProfileLocation)))
            .Select(name => new Candidate(name, name));
}
