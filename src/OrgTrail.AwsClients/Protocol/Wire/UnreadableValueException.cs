namespace OrgTrail.AwsClients.Protocol;

/// <summary>A value in an answer is not what the service's model says.</summary>
/// <param name="place">Where it stands, from the inside out; empty for the answer itself.</param>
/// <param name="fault">What is wrong with it, to follow its place.</param>
internal sealed class UnreadableValueException(string place, string fault) : Exception($"{(place.Length > 0 ? place : "it")} {fault}.")
{
    /// <summary>What is wrong with a value whose place the caller knows.</summary>
    public UnreadableValueException(string fault) : this("", fault)
    {
    }

    /// <summary>The same, seen from the structure whose member it is, or is in.</summary>
    public UnreadableValueException In(string member) => new(place.Length == 0 || place[0] == '[' ? member + place : $"{member}.{place}", fault);
}
