namespace Amazon.CloudTrail.Model;

/// <summary>A tag of a trail.</summary>
public sealed class Tag
{
    /// <summary>The key, 1 to 128 characters; required.</summary>
    public string? Key { get; set; }

    /// <summary>The value, at most 256 characters.</summary>
    public string? Value { get; set; }
}
