namespace OrgTrail.Help;

/// <summary>A parameter of a cmdlet.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The name of its type, as a person at the prompt writes it.</param>
/// <param name="Description">What it is for, in paragraphs.</param>
internal sealed record ParameterEntry(string Name, string Type, IReadOnlyList<string> Description)
{
    /// <summary>Whether it must be given.</summary>
    internal bool IsMandatory { get; init; }

    /// <summary>Whether it is a switch, which takes no value.</summary>
    internal bool IsSwitch { get; init; }

    /// <summary>Whether it takes wildcards.</summary>
    internal bool TakesWildcards { get; init; }

    /// <summary>Where it may stand without its name; <see langword="null"/> when it must be named.</summary>
    internal int? Position { get; init; }

    /// <summary>Whether it takes whole objects from the pipeline.</summary>
    internal bool TakesValue { get; init; }

    /// <summary>Whether it takes properties of objects from the pipeline.</summary>
    internal bool TakesProperty { get; init; }

    /// <summary>Its other names.</summary>
    internal IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What it may be; empty when that is not a list.</summary>
    internal IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What it is when it is not given; <see langword="null"/> for nothing.</summary>
    internal string? Default { get; init; }

    /// <summary>How Get-Help words the input from the pipeline.</summary>
    internal string PipelineInput => (TakesValue, TakesProperty) switch
    {
        (true, true) => "True (ByPropertyName, ByValue)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        (false, false) => "False",
    };
}
