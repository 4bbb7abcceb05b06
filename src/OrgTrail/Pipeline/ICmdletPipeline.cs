namespace OrgTrail.Pipeline;

/// <summary>
/// What a cmdlet asks of PowerShell. An interface, so that a cmdlet runs in a test without an engine; its members take
/// our own records, since PowerShell's are empty stubs outside PowerShell. Only ever called on the pipeline thread.
/// </summary>
internal interface ICmdletPipeline
{
    /// <summary>Emits an object.</summary>
    void WriteObject(object? item, bool enumerate);

    /// <summary>Reports an error and goes on.</summary>
    void WriteError(CmdletError error);

    /// <summary>Reports an error and ends the statement. PowerShell's own does not return.</summary>
    void ThrowTerminatingError(CmdletError error);

    /// <summary>Writes a warning.</summary>
    void WriteWarning(string message);

    /// <summary>Writes a detail for those who ask for details.</summary>
    void WriteVerbose(string message);

    /// <summary>Shows or ends a progress bar.</summary>
    void WriteProgress(ProgressBar progress);

    /// <summary>Whether a change shall be made: <c>-WhatIf</c> and <c>-Confirm</c>.</summary>
    bool ShouldProcess(string description, string query, string caption);

    /// <summary>Whether changes are only to be shown: <c>-WhatIf</c>, or <c>$WhatIfPreference</c>.</summary>
    bool IsWhatIf { get; }

    /// <summary>The parameters that the user gave, or the pipeline, with their values.</summary>
    IReadOnlyDictionary<string, object?> GivenParameters { get; }

    /// <summary>The object in the pipeline that is being processed, as it came; <see langword="null"/> when there is none.</summary>
    object? CurrentInput { get; }

    /// <summary>The value of a variable of the session; <see langword="null"/> when there is none.</summary>
    object? GetVariable(string name);

    /// <summary>The full path of a file, as the user's location in PowerShell has it.</summary>
    string GetFilePath(string path);
}
