using OrgTrail.AwsClients.Generator.Models;
using OrgTrail.AwsClients.Generator.Sources;

// Writes the client of each service from its model file.
if (args is not [var folder, .. { Length: > 0 } models])
{
    Console.Error.WriteLine("Usage: OrgTrail.AwsClients.Generator <folder for the sources> <model file>...");
    return 2;
}

Directory.CreateDirectory(folder);
try
{
    foreach (var model in models)
        File.WriteAllText(
            Path.Combine(folder, Path.GetFileNameWithoutExtension(model) + ".g.cs"),
            ClientSource.Of(ModelFile.Read(model)));
    return 0;
}
catch (ModelException wrong)
{
    // In the form that MSBuild recognises, so that editors lead to the place.
    Console.Error.WriteLine(wrong.Message);
    return 1;
}
