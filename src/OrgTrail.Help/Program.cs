using OrgTrail.Help;

// Writes the module's help file from the XML docs of its assembly, so that there is one text to keep right.
if (args is not [var assembly, var powerShell, var output])
{
    Console.Error.WriteLine("Usage: OrgTrail.Help <OrgTrail.dll> <System.Management.Automation.dll> <OrgTrail.dll-Help.xml>");
    return 2;
}

var docs = XmlDocs.Beside(assembly);
var pages = new CmdletReader(docs).Read(ModuleAssembly.Load(assembly, powerShell));
MamlFile.Create(pages).Save(output);
return 0;
