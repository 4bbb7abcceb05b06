using Amazon.Runtime.Endpoints;
using OrgTrail.Aws.S3;

namespace OrgTrail.Aws.Tests.S3;

public sealed class KnownEndpointsTests
{
    private static readonly EndpointParameters Parameters = new() { ["Bucket"] = "acme-audit" };

    private readonly Rules _rules = new();

    [Fact]
    public void An_address_is_worked_out_once_for_each_bucket()
    {
        var known = new KnownEndpoints(_rules);

        Assert.Equal("https://acme-audit.example", known.ResolveEndpoint(Parameters).URL);
        Assert.Equal("https://acme-audit.example", known.ResolveEndpoint(Parameters).URL);
        Assert.Equal("https://acme-access.example", known.ResolveEndpoint(new() { ["Bucket"] = "acme-access" }).URL);

        Assert.Equal(2, _rules.Asked);
    }

    [Fact]
    public void What_one_request_does_to_its_address_is_nothing_to_the_others()
    {
        var known = new KnownEndpoints(_rules);

        // As the SDK does it when an address has no slash at its end, for requests that run side by side.
        foreach (var endpoint in new[] { known.ResolveEndpoint(Parameters), known.ResolveEndpoint(Parameters) }) endpoint.URL += "/";

        var next = known.ResolveEndpoint(Parameters);
        Assert.Equal("https://acme-audit.example", next.URL);
        Assert.NotNull(next.Attributes);
        Assert.Equal("x", Assert.Single(next.Headers["x-any"]));
    }

    private sealed class Rules : IEndpointProvider
    {
        public int Asked { get; private set; }

        public Endpoint ResolveEndpoint(EndpointParameters parameters)
        {
            Asked++;
            return new($"https://{parameters["Bucket"]}.example", """{"authSchemes":[]}""", """{"x-any":["x"]}""");
        }
    }
}
