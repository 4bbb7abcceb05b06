namespace OrgTrail.Sandbox.Tests;

/// <summary>A proper request of each sort, and what becomes of it on the way through a broken client.</summary>
internal static class Requests
{
    private static readonly string[] Values =
        ["null", "true", "-1", "1e400", "[]", "{}", "\"\"", "\"\\u0000\"", "\"arn:aws:cloudtrail:::trail/\"", "[null]", "[[]]", "\"" + new string('x', 5000) + "\""];

    public static IEnumerable<string> Each() =>
    [
        .. Calls("cloudtrail", "CloudTrail_20131101", """{"Name":"acme","S3BucketName":"audit","S3KeyPrefix":"p","IsOrganizationTrail":true,"KmsKeyId":"alias/x","SnsTopicName":"t","TagsList":[{"Key":"a","Value":"b"}],"CloudWatchLogsLogGroupArn":"arn:aws:logs:us-east-1:111111111111:log-group:g:*","CloudWatchLogsRoleArn":"arn:aws:iam::111111111111:role/r"}""", "CreateTrail", "UpdateTrail"),
        .. Calls("cloudtrail", "CloudTrail_20131101", """{"Name":"acme"}""", "GetTrail", "GetTrailStatus", "StartLogging", "StopLogging"),
        .. Calls("cloudtrail", "CloudTrail_20131101", """{"TrailName":"acme","EventSelectors":[{"ReadWriteType":"All","DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3"]}]}],"InsightSelectors":[{"InsightType":"ApiCallRateInsight"}],"AdvancedEventSelectors":[{"Name":"a","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]}]}""", "PutEventSelectors", "PutInsightSelectors", "GetEventSelectors", "GetInsightSelectors"),
        .. Calls("cloudtrail", "CloudTrail_20131101", """{"trailNameList":["acme"],"includeShadowTrails":false,"NextToken":"x","StartTime":1,"EndTime":2,"ResourceId":"arn:aws:cloudtrail:us-east-1:111111111111:trail/acme","ResourceIdList":["a"],"TagsList":[{"Key":"k"}],"MemberAccountId":"222222222222","DelegatedAdminAccountId":"222222222222"}""", "DescribeTrails", "ListTrails", "ListPublicKeys", "ListTags", "AddTags", "RemoveTags", "RegisterOrganizationDelegatedAdmin", "DeregisterOrganizationDelegatedAdmin"),
        .. Calls("organizations", "AWSOrganizationsV20161128", """{"ServicePrincipal":"cloudtrail.amazonaws.com","MaxResults":5,"NextToken":"x","AccountId":"222222222222","ParentId":"r-abcd","HandshakeId":"h-1","Filter":{"ActionType":"ENABLE_ALL_FEATURES"},"AccountName":"n","Email":"e@example.com","ChildType":"ACCOUNT","ChildId":"222222222222"}""", "DescribeOrganization", "ListAccounts", "ListAWSServiceAccessForOrganization", "EnableAWSServiceAccess", "DisableAWSServiceAccess", "ListDelegatedAdministrators", "RegisterDelegatedAdministrator", "EnableAllFeatures", "ListHandshakesForOrganization", "DescribeHandshake", "AcceptHandshake", "ListRoots", "ListOrganizationalUnitsForParent", "ListChildren", "ListParents", "CreateAccount", "DescribeAccount"),
        .. Calls("kms", "TrentService", """{"KeyId":"alias/x","PolicyName":"default","Policy":"{}","AliasName":"alias/x","TargetKeyId":"k","Limit":3,"Marker":"m","Description":"d","PendingWindowInDays":7,"Tags":[{"TagKey":"a","TagValue":"b"}]}""", "CreateKey", "DescribeKey", "ListKeys", "ListAliases", "CreateAlias", "GetKeyPolicy", "PutKeyPolicy", "ScheduleKeyDeletion", "EnableKeyRotation"),
        .. Calls("logs", "Logs_20140328", """{"logGroupName":"g","logGroupNamePrefix":"g","limit":1,"nextToken":"x","tags":{"a":"b"}}""", "CreateLogGroup", "DescribeLogGroups", "DeleteLogGroup"),
        Signed.Query("sts", "Version=2011-06-15&Action=GetCallerIdentity"),
        Signed.Query("sts", "Version=2011-06-15&Action=AssumeRole&RoleArn=arn:aws:iam::222222222222:role/r&RoleSessionName=s&DurationSeconds=900"),
        Signed.Query("iam", "Version=2010-05-08&Action=CreateServiceLinkedRole&AWSServiceName=cloudtrail.amazonaws.com"),
        Signed.Query("iam", "Version=2010-05-08&Action=CreateRole&RoleName=r&AssumeRolePolicyDocument=%7B%7D"),
        Signed.Query("sns", "Version=2010-03-31&Action=CreateTopic&Name=t&Attributes.entry.1.key=Policy&Attributes.entry.1.value=%7B%7D"),
        Signed.S3("GET", "/audit?list-type=2&prefix=a&max-keys=5&delimiter=/&continuation-token=x"),
        Signed.S3("GET", "/audit?prefix=a&max-keys=5&marker=x&encoding-type=url"),
        Signed.S3("PUT", "/audit/key", "body", headers: "x-amz-meta-a: b\r\nContent-MD5: 1B2M2Y8AsgTpgAmY7PhCfg==\r\nx-amz-checksum-crc32: AAAAAA==\r\n"),
        Signed.S3("GET", "/audit/key", headers: "Range: bytes=1-2\r\nIf-None-Match: \"x\"\r\n"),
        Signed.S3("PUT", "/audit/copy", headers: "x-amz-copy-source: /audit/key\r\n"),
        Signed.S3("POST", "/audit?delete", "<Delete><Object><Key>key</Key></Object></Delete>"),
        Signed.S3("PUT", "/other?policy", "{}"),
        Signed.S3("PUT", "/audit?encryption", "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>"),
        "POST /_sandbox/advance HTTP/1.1\r\nX-OrgTrail-Sandbox: admin\r\nContent-Length: 13\r\n\r\n{\"Seconds\":1}",
        "GET /_sandbox/state HTTP/1.1\r\nX-OrgTrail-Sandbox: admin\r\n\r\n",
    ];

    /// <summary>Sometimes as it was, otherwise with something in it changed, cut out, doubled or put in.</summary>
    public static string Mutated(string request, Random random)
    {
        var body = request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        var changed = random.Next(6) switch
        {
            0 => request,
            // The body keeps its length where that can be, so that the mutation reaches the service.
            1 when body < request.Length => WithBody(request[..body], WithOtherValue(request[body..], random)),
            2 when body < request.Length => WithBody(request[..body], request[body..].Remove(random.Next(request.Length - body), 1)),
            3 => Replaced(request, random.Next(request.Length), (char)random.Next(256)),
            4 => request[..random.Next(request.Length)],
            _ => request.Insert(random.Next(request.Length), request.Substring(random.Next(request.Length / 2), random.Next(request.Length / 2))),
        };
        return changed;
    }

    private static IEnumerable<string> Calls(string service, string target, string body, params string[] operations) =>
        operations.Select(operation => Signed.Json(service, $"{target}.{operation}", body));

    /// <summary>Puts another value behind one of the colons or equal signs.</summary>
    private static string WithOtherValue(string body, Random random)
    {
        var signs = Enumerable.Range(0, body.Length).Where(i => body[i] is ':' or '=').ToList();
        if (signs.Count == 0) return body;
        var start = signs[random.Next(signs.Count)] + 1;
        var end = body.IndexOfAny([',', '&', '}'], start);
        return string.Concat(body.AsSpan(0, start), Values[random.Next(Values.Length)], end < 0 ? "" : body.AsSpan(end));
    }

    private static string WithBody(string head, string body)
    {
        var start = head.IndexOf("Content-Length: ", StringComparison.Ordinal) + "Content-Length: ".Length;
        return string.Concat(head.AsSpan(0, start), $"{body.Length}", head.AsSpan(head.IndexOf("\r\n", start, StringComparison.Ordinal)), body);
    }

    private static string Replaced(string text, int index, char with) => string.Concat(text.AsSpan(0, index), with.ToString(), text.AsSpan(index + 1));
}
