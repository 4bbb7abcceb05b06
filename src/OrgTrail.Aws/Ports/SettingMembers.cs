using System.Reflection;
using OrgTrail.Trails;

namespace OrgTrail.Aws.Ports;

/// <summary>
/// The members of a request or an answer of CloudTrail that are settings of a trail, found once by the names that
/// <see cref="TrailSetting"/> has for them.
/// </summary>
/// <typeparam name="T">The SDK's request or answer.</typeparam>
/// <param name="nameOf">What a setting is called there.</param>
internal sealed class SettingMembers<T>(Func<TrailSetting, string> nameOf)
    where T : class
{
    private readonly (TrailSetting Setting, PropertyInfo Member)[] _members =
        [.. TrailSetting.All.Select(setting => (setting, typeof(T).GetProperty(nameOf(setting)) ?? throw new MissingMemberException(typeof(T).FullName, nameOf(setting))))];

    /// <summary>What is said is sent, also an empty text, which removes a value; what is not said is not.</summary>
    public T Write(TrailSettings settings, T request)
    {
        foreach (var (setting, member) in _members) member.SetValue(request, setting.Of(settings));
        return request;
    }

    /// <summary>CloudTrail leaves texts out that are not set; emulators may send them empty.</summary>
    public TrailSettings Read(T answer) => _members.Aggregate(
        new TrailSettings(), (settings, member) => member.Setting.With(settings, member.Member.GetValue(answer) is var value and not "" ? value : null));
}
