using OrgTrail.Operations;

namespace OrgTrail.Aws.Tests.Workflows;

/// <summary>
/// Random selectors, judged by OrgTrail and then by a CloudTrail that was written apart from it: what OrgTrail lets pass is
/// taken, comes back with the same meaning, and is set only once.
/// </summary>
public sealed class SelectorAgreementTests : IDisposable
{
    private static readonly string[] Categories = ["Management", "Data", "Data", "NetworkActivity", "Insight"];
    private static readonly string[] Fields = ["readOnly", "eventName", "eventSource", "resources.type", "resources.ARN", "eventType", "errorCode", "vpcEndpointId", "userIdentity.arn", "sessionCredentialFromConsole", "other"];
    private static readonly string[] Values = ["true", "false", "kms.amazonaws.com", "rdsdata.amazonaws.com", "ec2.amazonaws.com", "AWS::S3::Object", "VpceAccessDenied", "PutObject", "Put*", ""];
    private static readonly string[] Types = ["AWS::S3::Object", "AWS::Lambda::Function", "AWS::DynamoDB::Table", "AWS::SNS::Topic"];
    private static readonly string[] Resources = ["arn:aws:s3", "arn:aws:s3:::", "arn:aws:s3:::bucket/", "arn:aws:s3:::bucket/prefix", "arn:aws:lambda", "arn:aws:lambda:us-east-1:111111111111:function:f", "arn:aws:dynamodb", "arn:aws:dynamodb:us-east-1:111111111111:table/t", "arn:aws:s3:::*/"];

    private readonly OrganizationScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task What_is_let_pass_is_taken_and_means_the_same_when_it_comes_back()
    {
        var session = await _scene.AsAsync(OrganizationScene.Management);
        var trail = new TrailIdentity(await GetTrail.ReadAsync(session, new("acme"), default));
        var setting = new SetEventSelectors(session, _scene.Time, _scene.Feedback);
        var random = new Random(4);
        var (taken, refused) = (0, 0);

        for (var i = 0; i < 1000; i++)
        {
            var wanted = Selectors(random);
            try
            {
                var plan = await setting.PlanAsync(trail, wanted, default);
                if (!plan.IsEmpty) await plan.ApplyAsync(default);
            }
            catch (OrgTrailException refusal)
            {
                Assert.True(refusal.Problem.ErrorCode is null, $"{wanted}: {refusal.Problem}");
                refused++;
                continue;
            }

            Assert.True((await setting.PlanAsync(trail, wanted, default)).IsEmpty, $"{wanted}");
            taken++;
        }

        Assert.True(taken > 100 && refused > 100, $"{taken} taken, {refused} refused");
    }

    private static EventSelectors Selectors(Random random) => random.Next(3) == 0
        ? new() { Basic = Some(random, 1, 2, Basic) }
        : new() { Advanced = Some(random, 1, 2, Advanced) };

    private static EventSelector Basic(Random random) => new()
    {
        ReadWriteType = Any(random, ["All", "ReadOnly", "WriteOnly", "WriteOnly", "None"]),
        IncludeManagementEvents = random.Next(2) == 0,
        DataResources = Some(random, 0, 2, Resource),
        ExcludeManagementEventSources = Some(random, 0, 1, _ => Any(random, Values[2..4])),
    };

    private static DataResource Resource(Random random)
    {
        var type = Any(random, Types);
        var fitting = Resources.Where(arn => arn.Contains(type.Split("::")[1].ToLowerInvariant(), StringComparison.Ordinal)).ToArray();
        return new() { Type = type, Values = Some(random, 1, 3, _ => Any(random, fitting.Length > 0 && random.Next(10) > 0 ? fitting : Resources)) };
    }

    private static AdvancedEventSelector Advanced(Random random)
    {
        var category = Any(random, Categories);
        return new()
        {
            Name = random.Next(3) == 0 ? null : $"n{random.Next(3)}",
            FieldSelectors =
            [
                new() { Field = "eventCategory", Equals = [category] },
                .. category == "Data" ? (AdvancedFieldSelector[])[new() { Field = "resources.type", Equals = [Any(random, Types)] }] : [],
                .. category == "NetworkActivity" ? (AdvancedFieldSelector[])[new() { Field = "eventSource", Equals = [Any(random, Values[2..5])] }] : [],
                .. Some(random, 0, 2, Field),
            ],
        };
    }

    private static AdvancedFieldSelector Field(Random random) => new()
    {
        Field = Any(random, Fields),
        Equals = Some(random, 0, 2, _ => Any(random, Values)),
        NotEquals = random.Next(3) == 0 ? Some(random, 0, 2, _ => Any(random, Values)) : [],
        StartsWith = random.Next(4) == 0 ? Some(random, 0, 1, _ => Any(random, Values)) : [],
        NotEndsWith = random.Next(4) == 0 ? Some(random, 0, 1, _ => Any(random, Values)) : [],
    };

    private static T[] Some<T>(Random random, int least, int most, Func<Random, T> make) =>
        [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => make(random))];

    private static T Any<T>(Random random, T[] items) => items[random.Next(items.Length)];
}
