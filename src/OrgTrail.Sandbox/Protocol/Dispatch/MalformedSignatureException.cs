namespace OrgTrail.Sandbox.Protocol.Dispatch;

/// <summary>A signature without the shape of one. Never holds the signature itself.</summary>
internal sealed class MalformedSignatureException(SignatureFault fault, string message) : Exception(message)
{
    public SignatureFault Fault { get; } = fault;
}
