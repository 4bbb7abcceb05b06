using System.Reflection;

namespace OrgTrail.Core.Tests.Health;

/// <summary>One port of a <see cref="ScriptedCloud"/>.</summary>
#pragma warning disable CA1852 // DispatchProxy derives a class from it at run time.
internal class ScriptedPort<T> : DispatchProxy
#pragma warning restore CA1852
    where T : class
{
    private ScriptedCloud _script = null!;

    public static T Of(ScriptedCloud script)
    {
        var port = Create<T, ScriptedPort<T>>();
        ((ScriptedPort<T>)(object)port)._script = script;
        return port;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _script.Answer(targetMethod!, args ?? []);
}
