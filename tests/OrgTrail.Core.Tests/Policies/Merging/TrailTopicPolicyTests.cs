using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Merging;

public sealed class TrailTopicPolicyTests
{
    private const string Topic = "arn:aws:sns:us-east-1:111111111111:trail-notifications";
    private const string Publish = "'Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'SNS:Publish','Resource':'" + Topic + "'";
    private static readonly TrailTopicUse Use = For();

    [Fact]
    public void The_built_policy_is_the_approved_one() =>
        Assert.Equal(Approvals.Read("topic-of-organization-trail"), TrailTopicPolicy.Merge(null, Use).Policy);

    // What SNS gives every new topic: its owner, by a condition that no service fulfils.
    [Fact]
    public void The_default_policy_keeps_its_statement_and_gains_ours()
    {
        const string Default = "{'Sid':'__default_statement_ID','Effect':'Allow','Principal':{'AWS':'*'},'Action':['SNS:GetTopicAttributes','SNS:Publish'],'Resource':'" + Topic + "','Condition':{'StringEquals':{'AWS:SourceOwner':'111111111111'}}}";
        var merged = TrailTopicPolicy.Merge(Example.PolicyOf("2008-10-17", Default), Use);
        Assert.Equal(["add statement AWSCloudTrailSNSPolicy20131101"], merged.Changes);
        Assert.StartsWith(Example.Quoted($"{{'Version':'2008-10-17','Statement':[{Default},"), PolicyDocument.Parse(merged.Policy).Minified, StringComparison.Ordinal);
        Assert.False(TrailTopicPolicy.Merge(merged.Policy, Use).Changed);
    }

    [Theory]
    [InlineData("'Note':1")]
    [InlineData("'Condition':{'StringEquals':{'aws:SourceAccount':'111111111111'}}")]
    [InlineData("'Condition':{'ArnLike':{'aws:SourceArn':'arn:aws:cloudtrail:*:111111111111:trail/*'}}")]
    public void What_grants_already_stays(string rest) =>
        Assert.False(TrailTopicPolicy.Merge(Example.Policy($"{{{Publish},{rest}}}"), Use).Changed);

    [Fact]
    public void A_second_trail_joins_the_statement_of_the_first()
    {
        var second = For("second-trail", "eu-central-1");
        var merged = TrailTopicPolicy.Merge(TrailTopicPolicy.Merge(null, Use).Policy, second);
        Assert.Equal([$"update Statement[0] (Sid AWSCloudTrailSNSPolicy20131101): aws:SourceArn gains {second.Trail}"], merged.Changes);
        Assert.False(TrailTopicPolicy.Merge(merged.Policy, Use, second).Changed);
        Assert.Equal(merged.Policy, TrailTopicPolicy.Merge(null, Use, second).Policy);
    }

    [Theory]
    [InlineData("'Condition':{'StringEquals':{'aws:SourceArn':'arn:aws:cloudtrail:us-east-1:111111111111:trail/x','aws:SourceOrgID':'o-exampleorgid'}}")]
    [InlineData("'Condition':{'StringEquals':{'aws:SourceArn':'arn:aws:cloudtrail:us-east-1:111111111111:trail/x','aws:SourceAccount':'222222222222'}}")]
    public void Statements_of_others_are_never_extended(string rest)
    {
        var foreign = $"{{'Sid':'AWSCloudTrailSNSPolicy20131101',{Publish},{rest}}}";
        var merged = TrailTopicPolicy.Merge(Example.Policy(foreign), Use);
        Assert.Equal(["add statement AWSCloudTrailSNSPolicy201311012"], merged.Changes);
        Assert.Contains(Example.Quoted(foreign), PolicyDocument.Parse(merged.Policy).Minified, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("trail-notifications")]
    [InlineData("arn:aws:sqs:us-east-1:111111111111:queue")]
    [InlineData("arn:aws:sns:us-east-1:111111111111:")]
    [InlineData("arn:aws:sns:us-east-1:111111111111:topic:subscription")]
    [InlineData("arn:aws:sns:us-east-1:1:topic")]
    [InlineData("arn:aws-cn:sns:cn-north-1:111111111111:topic")]
    [InlineData("arn:aws:sns:cn-north-1:111111111111:topic")]
    public void An_ARN_must_be_that_of_a_topic_in_the_trails_partition(string topic) =>
        Assert.Equal("InvalidTopicArn", Assert.Throws<OrgTrailException>(() => For(topic: topic)).Problem.Id);

    // Amazon SNS developer guide, "Amazon SNS API permissions", Policy quotas.
    [Fact]
    public void What_SNS_does_not_accept_is_refused()
    {
        var large = Assert.Throws<OrgTrailException>(() => TrailTopicPolicy.Merge($$"""{"Id":"{{new string('x', 30720)}}","Statement":[]}""", Use)).Problem;
        Assert.Equal("PolicyTooLarge", large.Id);
        Assert.Contains("more than the 30720 (30 KB) that Amazon SNS accepts", large.What, StringComparison.Ordinal);

        string[] many = [.. Enumerable.Repeat($"{{'Effect':'Deny','Principal':'*','Action':'SNS:Subscribe','Resource':'{Topic}'}}", 100)];
        Assert.Contains("has 101 statements", Assert.Throws<OrgTrailException>(() => TrailTopicPolicy.Merge(Example.Policy(many), Use)).Problem.What, StringComparison.Ordinal);
        Assert.True(TrailTopicPolicy.Merge(Example.Policy(many[1..]), Use).Changed);
    }

    private static TrailTopicUse For(string trail = Example.Trail, string region = "us-east-1", string topic = Topic) =>
        TrailTopicUse.For(topic, Example.Account, region, trail, Example.Organization);
}
