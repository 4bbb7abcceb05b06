using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.State;

/// <summary>The state as JSON that a person can read and write: indented, enums by name, comments allowed.</summary>
internal static class StateText
{
    /// <summary>How the sandbox's own JSON is written, that of the admin paths too.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Writes a state as it is at one moment.</summary>
    public static byte[] Write(SandboxState state, DateTimeOffset now)
    {
        lock (state.Gate)
        {
            state.SavedAt = now;
            return JsonSerializer.SerializeToUtf8Bytes(state, Options);
        }
    }

    /// <summary>Reads a state.</summary>
    /// <param name="text">JSON in UTF-8.</param>
    /// <param name="source">What the text is, for the problem.</param>
    /// <exception cref="OrgTrailException">It is no state; the problem names line and column.</exception>
    public static SandboxState Read(ReadOnlySpan<byte> text, string source)
    {
        try
        {
            var state = JsonSerializer.Deserialize<SandboxState>(text, Options) ?? throw Broken(source, "it is null");
            return Fault(state) is { } fault ? throw Broken(source, fault) : state;
        }
        catch (JsonException broken)
        {
            throw Broken(source, Place(broken), broken);
        }
    }

    private static string? Fault(SandboxState state)
    {
        if (NullCheck.FirstNull(state) is { } path) return $"{path} is null, or missing";
        if (state.Regions.Count == 0) return "$.Regions names none";
        var wrong = NamingRule.AccountId.Check(state.ManagementAccountId)
            ?? state.Regions.Select(NamingRule.Region.Check).FirstOrDefault(problem => problem is not null);
        return wrong?.What.TrimEnd('.');
    }

    // System.Text.Json counts both from zero, and repeats path and position in the message.
    private static string Place(JsonException broken)
    {
        var message = broken.Message.Split(" Path: ", 2)[0].Split(" LineNumber: ", 2)[0].TrimEnd('.');
        return string.Create(
            CultureInfo.InvariantCulture,
            $"line {broken.LineNumber + 1}, column {broken.BytePositionInLine + 1}, at {broken.Path ?? "$"}: {message}");
    }

    private static OrgTrailException Broken(string source, string fault, JsonException? cause = null) => new(
        new Problem(
            "MalformedState",
            ProblemKind.InvalidInput,
            $"{source} is no state of a sandbox: {fault}.",
            "Correct the text and try again. A sandbox writes a proper one when it is asked to save its state."),
        cause);
}
