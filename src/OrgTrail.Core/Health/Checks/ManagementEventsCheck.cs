using OrgTrail.State;
using OrgTrail.Trails;
using static OrgTrail.Health.Control;

namespace OrgTrail.Health;

internal sealed class ManagementEventsCheck() : Check(
    "ManagementEvents",
    "All management events are recorded",
    "Events that the selectors leave out are in no log file: reads tell who looked around, and AWS KMS who decrypted what.",
    [SecurityHub(1), .. Cis("3.1")])
{
    public override async Task<Finding> EvaluateAsync(TrailState state)
    {
        var selectors = await state.Selectors;
        var remedy = SelectorRemedy.Of(state.Trail, selectors);
        return RecordedEvents.Of(selectors) switch
        {
            { ManagementReads: false, ManagementWrites: false, Filters: [_, ..] filters } => Finding.Fail($"The trail records only management events with {string.Join(", or with ", filters)}.", remedy) with { Details = [.. filters] },
            { ManagementReads: false, ManagementWrites: false } => Finding.Fail("The trail records no management events.", remedy),
            { ManagementReads: false } => Finding.Fail("The trail records management events that write, but none that read.", remedy),
            { ManagementWrites: false } => Finding.Fail("The trail records management events that read, but none that write.", remedy),
            { ExcludedSources: [_, ..] sources } => Finding.Warn($"The trail leaves out the management events of {string.Join(" and ", sources)}.", remedy) with { Details = [.. sources] },
            _ => Finding.Pass("The trail records all management events, reads and writes."),
        };
    }
}
