using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Kms;

/// <summary>EnableKeyRotation, DisableKeyRotation and GetKeyRotationStatus.</summary>
internal sealed class KeyRotation(SandboxContext context, KeyStore store)
{
    private const int Yearly = 365;
    private const int ShortestPeriod = 90;
    private const int LongestPeriod = 2560;

    public JsonObject? Enable(ServiceCall call, JsonObject body)
    {
        var days = body.Number("RotationPeriodInDays");
        if (days is < ShortestPeriod or > LongestPeriod)
            throw KmsRefusals.Invalid($"RotationPeriodInDays must be from {ShortestPeriod} to {LongestPeriod}.");
        var key = FindRotatable(call, body);
        (key.RotationPeriodInDays, key.RotationEnabledAt) = (days ?? key.RotationPeriodInDays ?? Yearly, context.Clock.Now);
        return null;
    }

    public JsonObject? Disable(ServiceCall call, JsonObject body)
    {
        var key = FindRotatable(call, body);
        (key.RotationPeriodInDays, key.RotationEnabledAt) = (null, null);
        return null;
    }

    public JsonObject Status(ServiceCall call, JsonObject body)
    {
        var key = RequireSymmetric(store.FindReadable(call, body));
        var days = key.KeyState == SandboxKey.PendingDeletion ? null : key.RotationPeriodInDays;
        return new JsonObject
        {
            ["KeyId"] = key.Arn,
            ["KeyRotationEnabled"] = days is not null,
            ["RotationPeriodInDays"] = days,
            ["NextRotationDate"] = days is { } period ? JsonMembers.Seconds(NextRotation(key.RotationEnabledAt ?? key.CreationDate, period)) : null,
        }.WithoutNulls();
    }

    private DateTimeOffset NextRotation(DateTimeOffset since, int period) =>
        since + (TimeSpan.FromDays(period) * (Math.Floor((context.Clock.Now - since) / TimeSpan.FromDays(period)) + 1));

    private SandboxKey FindRotatable(ServiceCall call, JsonObject body)
    {
        var key = RequireSymmetric(store.FindUsable(call, body));
        return key.KeyState == SandboxKey.Disabled ? throw KmsRefusals.Disabled(key) : key;
    }

    private static SandboxKey RequireSymmetric(SandboxKey key) =>
        key.KeySpec == KeySpecs.Symmetric ? key : throw KmsRefusals.Unsupported($"{key.Arn} key usage does not support automatic rotation.");
}
