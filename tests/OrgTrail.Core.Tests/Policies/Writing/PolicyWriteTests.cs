using OrgTrail.Operations;
using OrgTrail.Policies;
using static OrgTrail.Core.Tests.Policies.Writing.SharedPolicy;

namespace OrgTrail.Core.Tests.Policies.Writing;

/// <summary>What becomes of a policy that others write at the same time. At random and on the wire it is tried by OrgTrail.Aws.Tests.</summary>
public sealed class PolicyWriteTests
{
    private static readonly string[] Ours = ["AWSCloudTrailAclCheck20150319", "AWSCloudTrailWrite20150319", "AWSCloudTrailOrganizationWrite20150319"];

    private readonly SharedPolicy _shared = new();

    [Fact]
    public async Task When_nobody_interferes_it_is_read_written_and_read_again()
    {
        var written = await _shared.LetIn().ApplyAsync(default);

        Assert.Equal(["read", "write", "read"], _shared.Calls);
        Assert.Equal(_shared.Text, written.Policy);
        Assert.Equal([Of(Theirs)], _shared.Backups);
        Assert.Equal(["Theirs", .. Ours], _shared.Sids);
    }

    [Fact]
    public async Task What_is_right_already_is_read_and_left_alone()
    {
        await _shared.LetIn().ApplyAsync(default);
        _shared.Calls.Clear();

        Assert.False((await _shared.LetIn().ApplyAsync(default)).Changed);

        Assert.Equal(["read"], _shared.Calls);
    }

    [Fact]
    public async Task What_somebody_wrote_over_ours_is_merged_into()
    {
        _shared.BeforeRead(2, () => _shared.Text = Of(Theirs, Late));

        var written = await _shared.LetIn().ApplyAsync(default);

        Assert.Equal(["read", "write", "read", "write", "read"], _shared.Calls);
        Assert.Equal(["Theirs", "Late", .. Ours], _shared.Sids);
        Assert.Equal(_shared.Text, written.Policy);
        Assert.Equal([Of(Theirs), Of(Theirs, Late)], _shared.Backups);
    }

    [Theory]
    [InlineData(ProblemKind.ConnectionFailed)]
    [InlineData(ProblemKind.TimedOut)]
    [InlineData(ProblemKind.ServiceFailed)]
    public async Task A_write_whose_answer_was_lost_is_looked_for_and_not_sent_again(ProblemKind kind)
    {
        _shared.OnWrite(1, policy =>
        {
            _shared.Text = policy;
            throw Lost(kind);
        });
        var write = _shared.LetIn();
        await Assert.ThrowsAsync<OrgTrailException>(() => write.ApplyAsync(default));

        Assert.True((await write.ApplyAsync(default)).Changed);

        Assert.Equal(["read", "write", "read"], _shared.Calls);
    }

    [Fact]
    public async Task Before_a_write_that_got_lost_is_sent_again_what_came_in_between_is_merged_into()
    {
        _shared.OnWrite(1, _ => throw Lost());
        var write = _shared.LetIn();
        await Assert.ThrowsAsync<OrgTrailException>(() => write.ApplyAsync(default));
        _shared.Text = Of(Theirs, Late);

        await ApplyPatientlyAsync(write);

        Assert.Equal(["Theirs", "Late", .. Ours], _shared.Sids);
    }

    [Fact]
    public async Task What_a_request_that_was_given_up_takes_away_when_it_arrives_late_is_put_back()
    {
        var late = "";
        _shared.OnWrite(1, policy =>
        {
            late = policy;
            throw Lost(ProblemKind.TimedOut);
        });
        _shared.BeforeRead(2, () => _shared.Text = Of(Theirs, Late));
        // The second write has been answered by then.
        _shared.BeforeRead(3, () => _shared.Text = late);

        await ApplyPatientlyAsync(_shared.LetIn());

        Assert.Equal(["Theirs", "Late", .. Ours], _shared.Sids);
    }

    [Fact]
    public async Task A_request_that_was_given_up_is_awaited_also_when_somebody_else_did_the_same()
    {
        var late = "";
        _shared.OnWrite(1, policy =>
        {
            late = policy;
            throw Lost(ProblemKind.TimedOut);
        });
        _shared.BeforeRead(2, () => _shared.Text = TrailBucketPolicy.Merge(Of(Theirs, Late), Example.Delivery).Policy);
        _shared.BeforeRead(3, () => _shared.Text = late);

        await ApplyPatientlyAsync(_shared.LetIn());

        Assert.Equal(["Theirs", "Late", .. Ours], _shared.Sids);
    }

    [Fact]
    public async Task What_others_took_out_meanwhile_is_named_and_not_given_back()
    {
        _shared.Text = Of(Theirs, Late);
        _shared.BeforeRead(2, () => _shared.Text = TrailBucketPolicy.Merge(Of(Theirs), Example.Delivery).Policy);

        var loss = await Assert.ThrowsAsync<OrgTrailException>(() => _shared.LetIn().ApplyAsync(default));

        Assert.Equal("PolicyStatementsGone", loss.Problem.Id);
        Assert.Contains("Statement[1] (Sid Late)", loss.Problem.What, StringComparison.Ordinal);
        Assert.Contains("backup-1.json", loss.Problem.Advice, StringComparison.Ordinal);
        Assert.Equal(Of(Theirs, Late), loss.Backup!.Policy);
        Assert.Equal(["Theirs", .. Ours], _shared.Sids);
    }

    [Fact]
    public async Task An_older_policy_that_AWS_still_shows_is_not_taken_for_somebody_elses_write()
    {
        var written = "";
        _shared.BeforeRead(2, () => (written, _shared.Text) = (_shared.Text!, Of(Theirs)));
        _shared.BeforeRead(3, () => _shared.Text = written);

        await ApplyPatientlyAsync(_shared.LetIn());

        Assert.Equal(["read", "write", "read", "read"], _shared.Calls);
    }

    [Fact]
    public async Task An_older_policy_that_stays_was_put_back_by_somebody_and_is_merged_into()
    {
        _shared.BeforeRead(2, () => _shared.Text = Of(Theirs));

        await ApplyPatientlyAsync(_shared.LetIn());

        Assert.Equal(["read", "write", "read", "read", "read", "write", "read"], _shared.Calls);
        Assert.Equal(["Theirs", .. Ours], _shared.Sids);
    }

    [Fact]
    public async Task Who_is_written_over_again_and_again_gives_up()
    {
        for (var read = 2; read < 20; read++)
        {
            var text = Of(Theirs, Late.Replace("Late", $"Late{read}", StringComparison.Ordinal));
            _shared.BeforeRead(read, () => _shared.Text = text);
        }

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => _shared.LetIn().ApplyAsync(default));

        Assert.Equal("BucketPolicyChanged", refusal.Problem.Id);
        Assert.Equal(5, _shared.Calls.Count(call => call == "write"));
        Assert.NotNull(refusal.Backup);
    }

    [Fact]
    public async Task A_refusal_has_replaced_nothing()
    {
        _shared.OnWrite(1, _ => throw new OrgTrailException(Doubles.InMemoryBuckets.Denied("PutBucketPolicy")));

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => _shared.LetIn().ApplyAsync(default));

        Assert.Equal("AccessDenied", refusal.Problem.Id);
        Assert.Null(refusal.Backup);
    }

    [Fact]
    public async Task A_policy_that_AWS_spells_in_its_own_way_is_the_same_policy()
    {
        _shared.OnWrite(1, policy => _shared.Text = PolicyDocument.Parse(policy).Minified.Replace("\"s3:GetBucketAcl\"", "[\"s3:GetBucketAcl\"]", StringComparison.Ordinal));

        await _shared.LetIn().ApplyAsync(default);

        Assert.Equal(["read", "write", "read"], _shared.Calls);
    }

    [Fact]
    public async Task A_policy_that_somebody_else_made_too_large_is_refused_with_the_backup_at_hand()
    {
        var large = Theirs.Replace("Theirs", new string('x', PolicyDocument.BucketPolicyLimit - 300), StringComparison.Ordinal);
        _shared.BeforeRead(2, () => _shared.Text = Of(large));

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => _shared.LetIn().ApplyAsync(default));

        Assert.Equal("PolicyTooLarge", refusal.Problem.Id);
        Assert.Equal(Of(Theirs), refusal.Backup!.Policy);
    }

    // As PropagationRetry does, without its waits.
    private static async Task<MergeResult> ApplyPatientlyAsync(PolicyWrite write)
    {
        for (var attempts = 1; ; attempts++)
        {
            try
            {
                return await write.ApplyAsync(default);
            }
            catch (OrgTrailException refusal) when (TransientErrors.Include(refusal.Problem) && attempts < 10)
            {
                // Once more.
            }
        }
    }
}
