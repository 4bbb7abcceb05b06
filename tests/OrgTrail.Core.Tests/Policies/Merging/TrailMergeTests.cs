using System.Text.Json.Nodes;
using OrgTrail.Core.Tests.Policies.Analysis;
using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Merging;

public sealed class TrailMergeTests
{
    private const string Acl = "'Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'s3:GetBucketAcl','Resource':'arn:aws:s3:::my-organization-bucket'";
    private const string Write = "'Effect':'Allow','Principal':{'Service':['cloudtrail.amazonaws.com']},'Action':['s3:PutObject']";
    private const string ManagementFolder = "arn:aws:s3:::my-organization-bucket/AWSLogs/111111111111/*";
    private const string OrganizationFolder = "arn:aws:s3:::my-organization-bucket/AWSLogs/o-exampleorgid/*";

    private const string Typo = "{'Sid':'Typo','Effect':'Deny','Principal':'*','Action':'s3:GetObjects','Resource':'arn:aws:s3:::my-organization-bucket/*'}";

    private static readonly string Open = Example.Policy(
        $"{{'Sid':'A',{Acl}}}",
        $"{{'Sid':'W',{Write},'Resource':'{ManagementFolder}','Condition':{{'StringEquals':{{'s3:x-amz-acl':'bucket-owner-full-control'}}}}}}",
        $"{{'Sid':'O',{Write},'Resource':'{OrganizationFolder}','Condition':{{'StringEquals':{{'s3:x-amz-acl':'bucket-owner-full-control','aws:SourceAccount':'111111111111'}}}},'Note':'kept'}}");

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Into_nothing_everything_is_added(string? existing)
    {
        var merged = TrailBucketPolicy.Merge(existing, Example.Delivery);
        Assert.True(merged.Changed);
        Assert.Equal(Example.Built, merged.Policy);
        Assert.Equal(
            ["add statement AWSCloudTrailAclCheck20150319", "add statement AWSCloudTrailWrite20150319", "add statement AWSCloudTrailOrganizationWrite20150319"],
            merged.Changes);
    }

    [Fact]
    public void What_is_there_is_left_alone_to_the_last_blank()
    {
        var existing = "\n  " + Example.Built.Replace("\"Id\"", "\"Id\" ", StringComparison.Ordinal) + "\t\n";
        var merged = TrailBucketPolicy.Merge(existing, Example.Delivery);
        Assert.False(merged.Changed);
        Assert.Empty(merged.Changes);
        Assert.Same(existing, merged.Policy);
    }

    [Fact]
    public void Control_Towers_policy_is_not_touched()
    {
        var delivery = Example.For(prefix: Example.Organization);
        Assert.False(TrailBucketPolicy.Merge(ControlTower.Usual, delivery).Changed);
        var byFolder = ControlTower.Policy($"['{Example.BucketArn}/{Example.Organization}/AWSLogs/111111111111/*','{Example.BucketArn}/{Example.Organization}/AWSLogs/{Example.Organization}/*']");
        Assert.False(TrailBucketPolicy.Merge(byFolder, delivery).Changed);
    }

    [Fact]
    public void Foreign_parts_keep_their_values_and_their_order()
    {
        const string Foreign = """{"Comment":"by hand","Version":"2008-10-17","Id":"p","Statement":{"Resource":"*","Effect":"Allow","X":1.50,"Principal":{"AWS":"111111111111"},"Action":["s3:GetObject"]},"Tail":[null,1e2]}""";
        var policy = TrailBucketPolicy.Merge(Foreign, Example.Delivery).Policy;
        var minified = PolicyDocument.Parse(policy).Minified;
        Assert.StartsWith("""{"Comment":"by hand","Version":"2008-10-17","Id":"p","Statement":[{"Resource":"*","Effect":"Allow","X":1.50,"Principal":{"AWS":"111111111111"},"Action":["s3:GetObject"]},{"Sid":"AWSCloudTrailAclCheck20150319",""", minified, StringComparison.Ordinal);
        Assert.EndsWith("""],"Tail":[null,1e2]}""", minified, StringComparison.Ordinal);
        AssertServed(policy);
    }

    [Fact]
    public void New_ids_do_not_collide_with_those_of_others()
    {
        var merged = TrailBucketPolicy.Merge(
            Example.Policy(
                "{'Sid':'AWSCloudTrailWrite20150319','Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'*'}",
                "{'Sid':'AWSCloudTrailWrite201503192','Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'*'}"),
            Example.Delivery);
        Assert.Contains("add statement AWSCloudTrailWrite201503193", merged.Changes);
    }

    // AWS's own example for organizations gave both writes the same Sid until 2022-11-23.
    [Fact]
    public void Duplicate_ids_do_not_confuse_a_merge()
    {
        var duplicates = Example.Built.Replace("AWSCloudTrailOrganizationWrite20150319", "AWSCloudTrailWrite20150319", StringComparison.Ordinal);
        Assert.False(TrailBucketPolicy.Merge(duplicates, Example.Delivery).Changed);

        var merged = TrailBucketPolicy.Merge(duplicates, Example.For("second-trail"));
        Assert.Equal(
            [
                "update Statement[0] (Sid AWSCloudTrailAclCheck20150319): aws:SourceArn gains arn:aws:cloudtrail:us-east-1:111111111111:trail/second-trail",
                "update Statement[1] (Sid AWSCloudTrailWrite20150319): aws:SourceArn gains arn:aws:cloudtrail:us-east-1:111111111111:trail/second-trail",
                "update Statement[2] (Sid AWSCloudTrailWrite20150319): aws:SourceArn gains arn:aws:cloudtrail:us-east-1:111111111111:trail/second-trail",
            ],
            merged.Changes);
        AssertServed(merged.Policy, Example.Delivery, Example.For("second-trail"));
    }

    // Which trails live on such a statement no policy tells: to restrict it to the wanted one cuts all others off.
    [Fact]
    public void A_statement_without_a_source_is_left_alone_and_named()
    {
        var merged = TrailBucketPolicy.Merge(Open, Example.Delivery);
        Assert.False(merged.Changed);
        Assert.Same(Open, merged.Policy);
        Assert.Equal(["Statement[0] (Sid A)", "Statement[1] (Sid W)", "Statement[2] (Sid O)"], merged.Suggestions.Select(Named));
        Assert.All(merged.Suggestions, suggestion => Assert.EndsWith($"Require aws:SourceArn to be {Example.TrailArn}, and each other trail that lives on it. It was left as it is.", suggestion, StringComparison.Ordinal));
        Assert.Equal(merged.Suggestions, merged.Warnings);
        AssertServed(merged.Policy, Example.Delivery, Example.For("legacy"));
    }

    [Fact]
    public void Who_knows_which_trails_exist_does_not_restrict_it_either() =>
        Assert.False(TrailBucketPolicy.Merge(Open, [Example.TrailArn], Example.Delivery).Changed);

    [Theory]
    [InlineData("Example", 0)]
    [InlineData("'StringEquals':{'aws:SourceOrgID':'o-exampleorgid'}", 1)]
    [InlineData("'StringLike':{'aws:SourceArn':'arn:aws:cloudtrail:*:111111111111:trail/*'}", 1)]
    [InlineData("'StringEquals':{'aws:SourceArn':['arn:aws:cloudtrail:us-east-1:111111111111:trail/my-organization-trail','arn:aws:cloudtrail:us-east-1:111111111111:trail/other']}", 0)]
    public void Only_what_lets_in_trails_that_it_does_not_name_is_spoken_of(string condition, int spoken)
    {
        var policy = condition == "Example" ? Example.Built : Example.Policy($"{{'Sid':'A',{Acl},'Condition':{{{condition}}}}}");
        Assert.Equal(spoken, TrailBucketPolicy.Merge(policy, Example.Delivery).Suggestions.Count);
    }

    [Fact]
    public void A_Deny_in_the_way_is_named_with_its_place_its_id_and_its_reason()
    {
        var merged = TrailBucketPolicy.Merge(Example.Policy(Example.Deny("{'StringNotEquals':{'aws:PrincipalOrgID':'o-exampleorgid'}}")), Example.Delivery);
        var denial = Assert.Single(merged.Denials);
        Assert.StartsWith($"CloudTrail cannot deliver {Example.TrailArn} to my-organization-bucket. Statement[0] (Sid Guard) denies acl-check, management-write, organization-write: StringNotEquals aws:PrincipalOrgID 'o-exampleorgid': ", denial, StringComparison.Ordinal);
        Assert.EndsWith("What others wrote stays as it is: change it by hand, or use another bucket.", denial, StringComparison.Ordinal);
    }

    [Fact]
    public void What_S3_refuses_is_named_and_is_no_denial()
    {
        var merged = TrailBucketPolicy.Merge(Example.Policy(Typo), Example.Delivery);
        Assert.Empty(merged.Denials);
        Assert.Equal(merged.Refusals, merged.Warnings);
        Assert.StartsWith("Amazon S3 will refuse this policy. Statement[0] (Sid Typo): There is no action 's3:GetObjects' of a bucket or its objects; 's3:GetObject' may be meant.", Assert.Single(merged.Warnings), StringComparison.Ordinal);
    }

    // Whatever it says, S3 took it when it was put, so that only a new policy can be refused.
    [Fact]
    public void A_live_policy_that_stays_as_it_is_was_not_refused()
    {
        var merged = TrailBucketPolicy.Merge(Example.BuiltWith(Typo), Example.Delivery);
        Assert.False(merged.Changed);
        Assert.Empty(merged.WarningsFor(isLive: true));
        Assert.Single(merged.WarningsFor(isLive: false));
    }

    // The check of an ACL sends no ACL, so that the condition, a common mistake, never holds: a statement of ours is added.
    [Theory]
    [InlineData("")]
    [InlineData(",'aws:SourceArn':'arn:aws:cloudtrail:us-east-1:111111111111:trail/my-organization-trail'")]
    [InlineData(",'aws:SourceArn':['arn:aws:cloudtrail:us-east-1:111111111111:trail/other']")]
    public void An_ACL_check_that_demands_an_ACL_does_not_count_as_one(string trails)
    {
        var statement = $"{{'Sid':'AclCheck',{Acl},'Condition':{{'StringEquals':{{'s3:x-amz-acl':'bucket-owner-full-control'{trails}}}}}}}";
        var merged = TrailBucketPolicy.Merge(Example.Policy(statement), Example.Delivery);
        Assert.Equal("add statement AWSCloudTrailAclCheck20150319", merged.Changes[0]);
        Assert.Contains(Example.Quoted(statement), PolicyDocument.Parse(merged.Policy).Minified, StringComparison.Ordinal);
        Assert.Empty(merged.Warnings);
        AssertServed(merged.Policy);
    }

    [Fact]
    public void A_pattern_of_a_neighbouring_statement_goes_nowhere()
    {
        var existing = Example.Policy(
            $"{{'Sid':'AclCheck',{Acl}}}",
            $"{{'Sid':'MemberTrails',{Write},'Resource':'{ManagementFolder}','Condition':{{'StringLike':{{'aws:SourceArn':'arn:aws:cloudtrail:*:111111111111:trail/*'}}}}}}");
        var merged = TrailBucketPolicy.Merge(existing, Example.Delivery);
        Assert.Equal(["add statement AWSCloudTrailOrganizationWrite20150319"], merged.Changes);
        Assert.DoesNotContain("acl-check", BucketPolicyAnalysis.Analyze(merged.Policy, Example.For("older")).Missing);
    }

    // The other values stay as they are written; a list gains one, a single value becomes a list.
    [Theory]
    [InlineData("StringLike", "'arn:aws:cloudtrail:*:222222222222:trail/*'", "'arn:aws:cloudtrail:*:222222222222:trail/*',")]
    [InlineData("ArnLike", "['arn:aws:cloudtrail:*:222222222222:trail/*']", "'arn:aws:cloudtrail:*:222222222222:trail/*',")]
    [InlineData("StringEquals", "['arn:aws:cloudtrail:*:111111111111:trail/*',true,'x','x']", "'arn:aws:cloudtrail:*:111111111111:trail/*',true,'x','x',")]
    public void A_trail_joins_a_list_behind_all_that_stands_in_it(string comparison, string before, string after)
    {
        var merged = TrailBucketPolicy.Merge(Example.Policy($"{{{Acl},'Condition':{{'{comparison}':{{'AWS:SourceArn':{before}}}}}}}"), Example.Delivery);
        Assert.Equal($"update Statement[0]: aws:SourceArn gains {Example.TrailArn}", merged.Changes[0]);
        Assert.Contains(Example.Quoted($"'Condition':{{'{comparison}':{{'AWS:SourceArn':[{after}'{Example.TrailArn}']}}}}"), PolicyDocument.Parse(merged.Policy).Minified, StringComparison.Ordinal);
        AssertServed(merged.Policy);
    }

    // A statement whose trails stand in two lists lets in those that both name: neither is extended.
    [Fact]
    public void Trails_in_two_lists_are_nobodys_to_extend()
    {
        var statement = $"{{{Acl},'Condition':{{'StringEquals':{{'aws:SourceArn':'{Example.TrailArn}'}},'ArnLike':{{'AWS:SourceArn':'arn:aws:cloudtrail:*:222222222222:trail/*'}}}}}}";
        var merged = TrailBucketPolicy.Merge(Example.Policy(statement), Example.Delivery);
        Assert.All(merged.Changes, change => Assert.StartsWith("add statement ", change, StringComparison.Ordinal));
        Assert.Contains(Example.Quoted(statement), PolicyDocument.Parse(merged.Policy).Minified, StringComparison.Ordinal);
    }

    [Fact]
    public void Trails_that_other_statements_name_are_not_shut_out_when_one_is_restricted()
    {
        var first = JsonNode.Parse(TrailBucketPolicy.Merge(null, Example.For("first-trail")).Policy)!;
        first["Statement"]![0]!.AsObject().Remove("Condition");
        var merged = TrailBucketPolicy.Merge(first.ToJsonString(), Example.Delivery);
        AssertServed(merged.Policy, Example.For("first-trail"), Example.Delivery);
    }

    // The ACL check serves all accounts whose trails deliver here; only their owners know the ARNs.
    [Fact]
    public void The_ACL_check_of_a_bucket_that_others_write_to_is_left_open()
    {
        var existing = Example.Policy(
            $"{{{Acl}}}",
            $"{{{Write},'Resource':['arn:aws:s3:::my-organization-bucket/AWSLogs/222222222222/*','arn:aws:s3:::my-organization-bucket/AWSLogs/333333333333/*']}}");
        Assert.Equal(
            ["add statement AWSCloudTrailWrite20150319", "add statement AWSCloudTrailOrganizationWrite20150319"],
            TrailBucketPolicy.Merge(existing, Example.Delivery).Changes);
    }

    [Fact]
    public void Two_trails_of_one_name_in_two_Regions_are_both_let_in()
    {
        var elsewhere = Example.For(region: "us-west-2");
        var merged = TrailBucketPolicy.Merge(TrailBucketPolicy.Merge(null, elsewhere).Policy, Example.Delivery);
        Assert.Equal(3, merged.Changes.Count);
        Assert.All(merged.Changes, change => Assert.EndsWith($"aws:SourceArn gains {Example.TrailArn}", change, StringComparison.Ordinal));
        AssertServed(merged.Policy, Example.Delivery, elsewhere);
        Assert.False(TrailBucketPolicy.Merge(merged.Policy, elsewhere, Example.Delivery).Changed);
    }

    [Fact]
    public void A_trail_that_moved_to_another_Region_is_replaced_by_a_caller_who_knows()
    {
        var merged = TrailBucketPolicy.Merge(TrailBucketPolicy.Merge(null, Example.For(region: "us-west-2")).Policy, [Example.TrailArn], Example.Delivery);
        Assert.Equal(3, merged.Changes.Count);
        Assert.EndsWith($"aws:SourceArn arn:aws:cloudtrail:us-west-2:111111111111:trail/my-organization-trail becomes {Example.TrailArn}", merged.Changes[0], StringComparison.Ordinal);
        Assert.Equal(Example.Built, merged.Policy);
    }

    [Fact]
    public void A_trail_of_the_same_name_that_exists_is_kept_by_a_caller_who_knows()
    {
        var elsewhere = Example.For(region: "us-west-2");
        var merged = TrailBucketPolicy.Merge(TrailBucketPolicy.Merge(null, elsewhere).Policy, [elsewhere.Trail.ToString()], Example.Delivery);
        AssertServed(merged.Policy, Example.Delivery, elsewhere);
    }

    [Fact]
    public void Wanted_trails_need_not_exist_to_be_kept()
    {
        TrailDelivery[] both = [Example.For(region: "us-west-2"), Example.Delivery];
        AssertServed(TrailBucketPolicy.Merge(null, [], both).Policy, both);
    }

    [Fact]
    public void A_trail_of_the_same_name_in_another_account_is_somebody_elses()
    {
        var others = TrailBucketPolicy.Merge(null, Example.For(account: "222222222222", organization: "o-otherorgid")).Policy;
        var merged = TrailBucketPolicy.Merge(others, Example.Delivery);
        AssertServed(merged.Policy, Example.Delivery, Example.For(account: "222222222222", organization: "o-otherorgid"));
    }

    // That the trail belongs to another organization now is what the caller says, and perhaps wrongly: the folder stays.
    [Fact]
    public void The_folder_of_another_organization_stays_and_that_of_this_one_is_added()
    {
        var former = Example.For(organization: "o-formerorgid");
        var merged = TrailBucketPolicy.Merge(TrailBucketPolicy.Merge(null, former).Policy, Example.Delivery);
        Assert.Equal(["add statement AWSCloudTrailOrganizationWrite201503192"], merged.Changes);
        AssertServed(merged.Policy, former, Example.Delivery);
    }

    [Fact]
    public void One_statement_for_both_folders_is_recognised()
    {
        var existing = Example.Policy(
            $"{{{Acl},'Condition':{{'ArnLike':{{'AWS:SourceArn':'{Example.TrailArn}'}}}}}}",
            $"{{{Write},'Resource':['{ManagementFolder}','{OrganizationFolder}'],'Condition':{{'ArnLike':{{'aws:SourceArn':['{Example.TrailArn}']}}}}}}");
        Assert.False(TrailBucketPolicy.Merge(existing, Example.Delivery).Changed);

        var merged = TrailBucketPolicy.Merge(existing, Example.For("second-trail"));
        Assert.Equal(2, merged.Changes.Count);
        AssertServed(merged.Policy, Example.Delivery, Example.For("second-trail"));
    }

    [Theory]
    [InlineData("'Condition':{'StringEquals':{'aws:SourceOrgID':'o-otherorgid'}}")]
    [InlineData("'Condition':{'StringEquals':{'aws:SourceAccount':'222222222222'}}")]
    [InlineData("'Condition':{'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}}")]
    [InlineData("'Condition':{'StringEqualsIfExists':{'aws:SourceArn':'arn:aws:cloudtrail:us-east-1:111111111111:trail/x'}}")]
    public void A_statement_under_a_foreign_condition_is_not_ours(string condition)
    {
        var foreign = $"{{'Sid':'F',{Write},'Resource':'{OrganizationFolder}',{condition}}}";
        var merged = TrailBucketPolicy.Merge(Example.Policy(foreign), Example.Delivery);
        Assert.Equal(3, merged.Changes.Count(change => change.StartsWith("add statement ", StringComparison.Ordinal)));
        Assert.Contains(Example.Quoted(foreign), PolicyDocument.Parse(merged.Policy).Minified, StringComparison.Ordinal);
        AssertServed(merged.Policy);
    }

    [Fact]
    public void Principals_of_old_policies_stay_and_the_service_is_added()
    {
        var legacy = "{'Sid':'AWSCloudTrailAclCheck20131101','Effect':'Allow','Principal':{'AWS':['arn:aws:iam::086441151436:root']},'Action':'s3:GetBucketAcl','Resource':'arn:aws:s3:::my-organization-bucket'}";
        var merged = TrailBucketPolicy.Merge(Example.Policy(legacy), Example.Delivery);
        Assert.Equal(3, merged.Changes.Count);
        Assert.Contains(Example.Quoted(legacy), PolicyDocument.Parse(merged.Policy).Minified, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_prefix_gets_statements_of_its_own()
    {
        var merged = TrailBucketPolicy.Merge(Example.Built, Example.For(prefix: "new"));
        Assert.Equal(["add statement AWSCloudTrailWrite201503192", "add statement AWSCloudTrailOrganizationWrite201503192"], merged.Changes);
        AssertServed(merged.Policy, Example.Delivery, Example.For(prefix: "new"));
    }

    [Fact]
    public void A_Deny_is_not_the_merges_business()
    {
        var existing = Example.BuiltWith(Example.Deny("{'StringNotEquals':{'aws:PrincipalOrgID':'o-exampleorgid'}}"));
        Assert.False(TrailBucketPolicy.Merge(existing, Example.Delivery).Changed);
    }

    [Fact]
    public void Malformed_policies_are_refused() =>
        Assert.Equal("MalformedPolicy", Assert.Throws<OrgTrailException>(() => TrailBucketPolicy.Merge("{", Example.Delivery)).Problem.Id);

    [Fact]
    public void Up_to_20_KB_the_merge_succeeds_and_beyond_it_is_refused()
    {
        var empty = PolicyDocument.Parse(TrailBucketPolicy.Merge(WithId(0), Example.Delivery).Policy).Size;
        var largest = PolicyDocument.BucketPolicyLimit - empty;

        var merged = TrailBucketPolicy.Merge(WithId(largest), Example.Delivery);
        Assert.Equal(PolicyDocument.BucketPolicyLimit, merged.Policy.Length);
        Assert.DoesNotContain('\n', merged.Policy);
        var problem = Assert.Throws<OrgTrailException>(() => TrailBucketPolicy.Merge(WithId(largest + 1), Example.Delivery)).Problem;
        Assert.Equal(("PolicyTooLarge", ProblemKind.LimitExceeded), (problem.Id, problem.Kind));
        Assert.Contains("has 20481 bytes, 1 more than the 20480 (20 KB)", problem.What, StringComparison.Ordinal);

        static string WithId(int length) => $$"""{"Id":"{{new string('x', length)}}","Statement":[]}""";
    }

    private static string Named(string sentence) => sentence[..sentence.IndexOf(':', StringComparison.Ordinal)];

    private static void AssertServed(string policy, params TrailDelivery[] deliveries)
    {
        foreach (var delivery in deliveries.DefaultIfEmpty(Example.Delivery))
        {
            Assert.True(BucketPolicyAnalysis.Analyze(policy, delivery, isLive: true).Sufficient);
            Assert.False(TrailBucketPolicy.Merge(policy, delivery).Changed);
        }
    }
}
