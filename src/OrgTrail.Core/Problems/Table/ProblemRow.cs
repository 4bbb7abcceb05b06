namespace OrgTrail.Problems;

/// <summary>One row of the table: by what a cause is known, and what it means.</summary>
/// <param name="Codes">Error codes without their ending <c>Exception</c>, separated by blanks; a star at the end stands for any rest.</param>
/// <param name="Id">The problem's stable id.</param>
/// <param name="Kind">The sort of trouble.</param>
/// <param name="What">What happened; <c>{service}</c> and <c>{operation}</c> stand for their names.</param>
/// <param name="Advice">What to do next; the same names may stand in it.</param>
internal sealed record ProblemRow(string Codes, string Id, ProblemKind Kind, string What, string Advice)
{
    private readonly string[] _codes = Codes.Split(' ');

    /// <summary>The operation that alone this row is about; <see langword="null"/> for any.</summary>
    public string? Operation { get; init; }

    /// <summary>The <c>Reason</c> that the error must have, star allowed; <see langword="null"/> for any.</summary>
    public string? Reason { get; init; }

    /// <summary>What the service's message must contain, where one code has several causes; <see langword="null"/> for anything.</summary>
    public string? Says { get; init; }

    /// <summary>Whether this row is about a fault.</summary>
    /// <param name="fault">What went wrong.</param>
    public bool Covers(ServiceFault fault) =>
        Array.Exists(_codes, code => Fits(code, Bare(fault.Code)))
        && (Operation is null || Operation == fault.Operation)
        && (Reason is null || Fits(Reason, fault.Reason))
        && (Says is null || fault.Message?.Contains(Says, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>A code without the ending that some services add and others do not.</summary>
    private static string? Bare(string? code) =>
        code is not null && code.EndsWith("Exception", StringComparison.Ordinal) ? code[..^"Exception".Length] : code;

    private static bool Fits(string pattern, string? text) => pattern[^1] == '*'
        ? text?.StartsWith(pattern[..^1], StringComparison.Ordinal) == true
        : text == pattern;
}
