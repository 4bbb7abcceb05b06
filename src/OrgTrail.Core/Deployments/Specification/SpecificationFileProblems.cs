namespace OrgTrail.Deployments;

/// <summary>What can be wrong with a file that describes a deployment.</summary>
public static class SpecificationFileProblems
{
    private const string Example = "about_OrgTrailDeployment shows both forms.";

    /// <summary>The file's name does not tell how to read it.</summary>
    public static Problem UnknownForm(string path) => new(
        "UnknownDeploymentFile", ProblemKind.InvalidInput, $"The file {path} is neither .psd1 nor .json.", $"Name it by its form. {Example}");

    /// <summary>The file is not what its name says.</summary>
    /// <param name="line">Where, from 1; <see langword="null"/> when that is not known.</param>
    /// <param name="cause">Why, to stand behind a colon.</param>
    public static Problem Malformed(long? line, string cause) => new(
        "MalformedDeploymentFile",
        ProblemKind.InvalidInput,
        $"The wanted state cannot be read{(line is null ? "" : $", line {line}")}: {cause}.",
        $"Correct the file. {Example}");

    /// <summary>The file holds something else than a table.</summary>
    /// <param name="wanted">What it should hold.</param>
    public static Problem NoTable(string wanted) => Malformed(null, $"it is not one {wanted}");

    /// <summary>A problem of a wanted state, with the file that it comes from.</summary>
    public static Problem In(string path, Problem problem) =>
        problem.What.Contains(path, StringComparison.Ordinal) ? problem : problem with { What = $"{path}: {problem.What}" };

    /// <summary>Parameters that describe the wanted state stand beside a file that does.</summary>
    public static Problem BesideFile(IEnumerable<string> parameters) => SpecificationProblems.Contradiction(
        $"The file of -Path is the whole wanted state, but {string.Join(", ", parameters.Select(name => $"-{name}"))} stands beside it.",
        "Write it into the file, or leave out -Path.");
}
