namespace OrgTrail.Sandbox.Delivery;

/// <summary>A sort of API call that log files tell of.</summary>
/// <param name="Source">The service, for example <c>ec2.amazonaws.com</c>.</param>
/// <param name="Name">The operation.</param>
/// <param name="ReadOnly">Whether it only reads.</param>
/// <param name="Global">Whether it belongs to a service that is global, so that it is logged in one Region only.</param>
/// <param name="Parameters">The parameters as JSON.</param>
internal sealed record EventKind(string Source, string Name, bool ReadOnly, bool Global, string Parameters)
{
    /// <summary>What goes on in an account day by day.</summary>
    public static IReadOnlyList<EventKind> All { get; } =
    [
        new("ec2.amazonaws.com", "DescribeInstances", true, false, """{"instancesSet":{},"filterSet":{}}"""),
        new("ec2.amazonaws.com", "RunInstances", false, false, """{"instancesSet":{"items":[{"imageId":"ami-0abcdef1234567890","minCount":1,"maxCount":1}]},"instanceType":"t3.micro"}"""),
        new("s3.amazonaws.com", "GetBucketPolicy", true, false, """{"bucketName":"app-data","Host":"s3.amazonaws.com","policy":""}"""),
        new("s3.amazonaws.com", "PutBucketTagging", false, false, """{"bucketName":"app-data","tagging":""}"""),
        new("kms.amazonaws.com", "Decrypt", true, false, """{"encryptionAlgorithm":"SYMMETRIC_DEFAULT"}"""),
        new("logs.amazonaws.com", "CreateLogStream", false, false, """{"logGroupName":"/aws/lambda/app","logStreamName":"2026/01/01/[$LATEST]0"}"""),
        new("lambda.amazonaws.com", "ListFunctions20150331", true, false, "null"),
        new("lambda.amazonaws.com", "UpdateFunctionCode20150331v2", false, false, """{"functionName":"app","publish":true}"""),
        new("sts.amazonaws.com", "AssumeRole", true, false, """{"roleArn":"arn:aws:iam::000000000000:role/deploy","roleSessionName":"deploy"}"""),
        new("iam.amazonaws.com", "ListRoles", true, true, """{"maxItems":1000}"""),
        new("iam.amazonaws.com", "UpdateRoleDescription", false, true, """{"roleName":"deploy","description":"deploys"}"""),
    ];
}
