using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>Handlers by operation.</summary>
internal sealed class OperationTable() : Dictionary<string, Func<ServiceCall, JsonObject, JsonObject?>>(StringComparer.Ordinal);
