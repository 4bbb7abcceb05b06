using OrgTrail.Sandbox.State;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox;

/// <summary>What every service of one sandbox shares.</summary>
/// <param name="State">What the sandbox remembers.</param>
/// <param name="Objects">The objects of S3.</param>
/// <param name="Clock">The sandbox's time.</param>
/// <param name="Random">The sandbox's source of randomness, from its seed; used under the state's gate only.</param>
public sealed record SandboxContext(SandboxState State, IObjectStore Objects, SandboxClock Clock, Random Random);
