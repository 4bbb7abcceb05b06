namespace OrgTrail.AwsClients.Generator.Models;

/// <summary>What must hold in a model beyond its form, so that each fault is told by name and not by the compiler.</summary>
/// <param name="path">The model's file.</param>
/// <param name="model">The model.</param>
internal sealed class ModelCheck(string path, ServiceModel model)
{
    private readonly HashSet<string> _used = [];

    /// <exception cref="ModelException">It does not hold.</exception>
    public CheckedService Check()
    {
        if ((model.Protocol == Protocol.Json) != (model.Target is not null))
            throw Fault("\"target\" belongs to the protocol json-1.1, and to no other.");
        var service = new CheckedService(model, [.. model.Operations.SelectMany(Operation), .. model.Structures.Select(Part)]);
        if (service.Structures.GroupBy(structure => structure.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw Fault($"{twice.Key} stands for two types.");
        CheckReasons();
        if (model.Structures.Keys.Concat(model.Constants.Keys).FirstOrDefault(type => !_used.Contains(type)) is { } idle)
            throw Fault($"{idle} is the type of no member: remove it.");
        return service;
    }

    private IEnumerable<Structure> Operation(KeyValuePair<string, OperationModel> operation)
    {
        var (name, model) = operation;
        yield return new(name + "Request", StructureRole.Request, model.Does, Members(name, model.In, isRequest: true));
        yield return new(name + "Response", StructureRole.Response, $"The answer to <see cref=\"{name}Request\"/>.", Members(name, model.Out));
    }

    private Structure Part(KeyValuePair<string, OrderedDictionary<string, string>> structure) =>
        new(structure.Key, StructureRole.Part, "", Members(structure.Key, structure.Value));

    private List<MemberModel> Members(string owner, OrderedDictionary<string, string> members, bool isRequest = false) =>
        [.. members.Select(member => Member($"{owner}.{member.Key}", member.Key, member.Value, isRequest))];

    private MemberModel Member(string place, string name, string type, bool isRequest)
    {
        var member = MemberModel.Parse(name, type)
            ?? throw Fault($"{place}: \"{type}\" is no type. It is written type, type[] or type{{}}, with ! where an answer must have the member, and \" obsolete: …\".");
        if (isRequest && member.IsRequired)
            throw Fault($"{place}: ! speaks of answers. Which members a request needs is the service's to say.");
        if (!Values.Names.Contains(member.Type) && !model.Structures.ContainsKey(member.Type) && !model.Constants.ContainsKey(member.Type))
            throw Fault($"{place}: there is no type {member.Type}. It is one of {string.Join(", ", Values.Names)}, or stands under \"structures\" or \"constants\".");
        if (member.Collection != Collection.None && member.Type != "string" && !model.Structures.ContainsKey(member.Type))
            throw Fault($"{place}: lists and maps are of string or of a structure; those of constants are of string in the SDK.");
        _used.Add(member.Type);
        return member;
    }

    private void CheckReasons()
    {
        foreach (var code in model.Reasons)
        {
            if (!model.Errors.ContainsKey(code) || !model.Constants.ContainsKey(code + "Reason"))
                throw Fault($"The reasons of {code} need {code} under \"errors\" and {code}Reason under \"constants\".");
            _used.Add(code + "Reason");
        }
    }

    private ModelException Fault(string fault) => new(path, 0, fault);
}
