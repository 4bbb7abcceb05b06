namespace OrgTrail.AwsClients.Generator.Models;

/// <summary>A model file from which no client can be made.</summary>
/// <param name="file">The file.</param>
/// <param name="line">The line, counted from 1; 0 when the fault is in none.</param>
/// <param name="fault">What is wrong with it, and what would be right.</param>
internal sealed class ModelException(string file, long line, string fault)
    : Exception($"{file}{(line > 0 ? $"({line})" : "")} : error AWSMODEL: {fault}");
