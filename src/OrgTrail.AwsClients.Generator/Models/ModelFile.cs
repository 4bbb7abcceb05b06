using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrgTrail.AwsClients.Generator.Models;

/// <summary>The model file of a service: JSON with comments.</summary>
internal static class ModelFile
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>Reads it.</summary>
    /// <exception cref="ModelException">No client can be made from it.</exception>
    public static CheckedService Read(string path) => Parse(path, File.ReadAllText(path));

    /// <summary>Reads its text.</summary>
    /// <param name="path">Where it comes from, for errors.</param>
    /// <param name="text">What stands there.</param>
    /// <exception cref="ModelException">No client can be made from it.</exception>
    public static CheckedService Parse(string path, string text)
    {
        try
        {
            var model = JsonSerializer.Deserialize<ServiceModel>(text, Form) ?? throw new ModelException(path, 0, "The model is null.");
            return new ModelCheck(path, model).Check();
        }
        catch (JsonException wrong)
        {
            throw new ModelException(path, (wrong.LineNumber ?? -1) + 1, wrong.Message);
        }
    }
}
