using OrgTrail.State;

namespace OrgTrail.Core.Tests.State;

public sealed class FactTests
{
    private int _reads;

    [Fact]
    public async Task A_fact_is_read_once_however_many_ask_for_it()
    {
        var fact = Policy(() => "{}");

        Assert.Equal("{}", await fact);
        Assert.Equal(new("{}"), await fact.ObserveAsync());
        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task What_the_caller_may_not_see_is_a_value_that_names_the_permission()
    {
        var observed = await Policy(() => throw Refusal(ProblemKind.PermissionDenied)).ObserveAsync();

        Assert.False(observed.IsKnown);
        Assert.Equal("The policy of bucket acme-audit cannot be seen. S3 refused it.", observed.Refusal!.ToString());
        Assert.Equal("Allow the caller s3:GetBucketPolicy, or run the command with credentials of the account that owns it.", observed.Refusal.Advice);
        Assert.Equal("Refused", observed.Refusal.Id);
    }

    [Fact]
    public async Task Who_can_do_nothing_without_it_meets_the_refusal()
    {
        var refusal = await Assert.ThrowsAsync<OrgTrailException>(async () => await Policy(() => throw Refusal(ProblemKind.PermissionDenied)));

        Assert.Equal("The policy of bucket acme-audit cannot be seen.", refusal.Problem.What);
    }

    [Fact]
    public async Task Of_facts_that_rest_on_another_the_one_that_is_missing_is_named()
    {
        var policy = Policy(() => throw Refusal(ProblemKind.PermissionDenied));
        var verdict = new Fact<string>("The verdict", "iam:Simulate", "nobody", async () => (await policy).ToUpperInvariant());

        Assert.Equal("The policy of bucket acme-audit cannot be seen.", (await verdict.ObserveAsync()).Refusal!.What);
    }

    [Theory]
    [InlineData(ProblemKind.Throttled)]
    [InlineData(ProblemKind.NotFound)]
    public async Task A_failure_is_no_fact(ProblemKind kind) =>
        Assert.Equal(kind, (await Assert.ThrowsAsync<OrgTrailException>(() => Policy(() => throw Refusal(kind)).ObserveAsync())).Problem.Kind);

    private static OrgTrailException Refusal(ProblemKind kind) => new(new("Refused", kind, "S3 refused it.", "Ask."));

    private Fact<string> Policy(Func<string> read) => new("The policy of bucket acme-audit", "s3:GetBucketPolicy", "the account that owns it", async () =>
    {
        await Task.Yield();
        _reads++;
        return read();
    });
}
