namespace OrgTrail.Health;

/// <summary>The command by which a trail records all management events, and whatever data events it does already.</summary>
internal static class SelectorRemedy
{
    private const string AllManagementEvents =
        "@{ Name = 'Management events selector'; FieldSelectors = @{ Field = 'eventCategory'; Equals = 'Management' } }";

    public static string Of(Trail trail, EventSelectors selectors)
    {
        var command = $"Set-OrgTrailEventSelector -Trail {trail.TrailARN}";
        if (selectors.Basic.Count > 0) return $"{command} -EventSelector {string.Join(", ", ["@{ ReadWriteType = 'All' }", .. selectors.Basic.Where(selector => selector.DataResources.Count > 0).Select(DataEvents)])}";

        // Those for other events are taken over as they are. Each field is asked for by itself: of a list, Equals is a method.
        return selectors.Advanced.All(IsOfManagementEvents)
            ? $"{command} -AdvancedEventSelector {AllManagementEvents}"
            : $"{command} -AdvancedEventSelector (@({AllManagementEvents}) + @((Get-OrgTrailEventSelector {trail.TrailARN}).Advanced | Where-Object {{ ($_.FieldSelectors | ForEach-Object Equals) -notcontains 'Management' }}))";
    }

    private static bool IsOfManagementEvents(AdvancedEventSelector selector) =>
        selector.FieldSelectors.Any(field => field.Field == "eventCategory" && field.Equals.Contains("Management"));

    private static string DataEvents(EventSelector selector) =>
        $"@{{ ReadWriteType = {CommandText.Quote(selector.ReadWriteType)}; IncludeManagementEvents = $false; DataResources = {string.Join(", ", selector.DataResources.Select(Resource))} }}";

    private static string Resource(DataResource resource) =>
        $"@{{ Type = {CommandText.Quote(resource.Type)}; Values = {string.Join(", ", resource.Values.Select(CommandText.Quote))} }}";
}
