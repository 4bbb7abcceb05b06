using System.Reflection;
using OrgTrail.Ports;

namespace OrgTrail.Core.Tests.Health;

/// <summary>Ports that answer as a test says, and write down what they were asked. What is not scripted is not supported.</summary>
internal sealed class ScriptedCloud
{
    private readonly Dictionary<string, Func<object?[], object?>> _answers = [];
    private readonly object _gate = new();

    public ScriptedCloud() => Cloud = ScriptedPort<ICloud>.Of(this);

    public ICloud Cloud { get; }

    /// <summary>The calls so far, for example <c>ITrails.GetStatusAsync</c>.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Scripts a call: the value that it comes to, or the exception that it throws.</summary>
    /// <param name="call">The port and the member.</param>
    /// <param name="answer">From the arguments to the value, without its task.</param>
    public void On(string call, Func<object?[], object?> answer) => _answers[call] = answer;

    /// <summary>Has a call refused, with the access denied unless it is said otherwise.</summary>
    public void Refuse(string call, string id = "AccessDenied", ProblemKind kind = ProblemKind.PermissionDenied) =>
        On(call, _ => throw new OrgTrailException(new Problem(id, kind, $"AWS answered {call} with {id}.", "Do better.")));

    internal object? Answer(MethodInfo method, object?[] arguments)
    {
        // A port of a port, or CloudTrail or KMS in some Region.
        if (method.ReturnType.Namespace == "OrgTrail.Ports") return Port.Of(method.ReturnType, this);

        var call = $"{method.DeclaringType!.Name}.{method.Name.Replace("get_", "", StringComparison.Ordinal)}";
        lock (_gate) Calls.Add(call);
        var answer = _answers.TryGetValue(call, out var scripted) ? scripted : throw new NotSupportedException(call);
        return method.ReturnType.IsGenericType ? Port.Wrap(method.ReturnType, () => answer(arguments)) : answer(arguments);
    }

    private static class Port
    {
        public static object Of(Type port, ScriptedCloud script) =>
            typeof(ScriptedPort<>).MakeGenericType(port).GetMethod("Of")!.Invoke(null, [script])!;

        public static object Wrap(Type wrapper, Func<object?> answer) => typeof(Port)
            .GetMethod(wrapper.GetGenericTypeDefinition() == typeof(Task<>) ? nameof(TaskOf) : nameof(StreamOf), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(wrapper.GetGenericArguments()).Invoke(null, [answer])!;

        private static async Task<T> TaskOf<T>(Func<object?> answer)
        {
            await Task.Yield();
            return (T)answer()!;
        }

        private static async IAsyncEnumerable<T> StreamOf<T>(Func<object?> answer)
        {
            await Task.Yield();
            foreach (var item in (IEnumerable<T>)answer()!) yield return item;
        }
    }
}
