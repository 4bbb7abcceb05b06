BeforeAll {
    . $PSScriptRoot/Support.ps1; . $PSScriptRoot/SandboxSupport.ps1

    $topic = 'arn:aws:sns:us-east-1:111111111111:trail-notifications'
    $ids = @{ ManagementAccountId = '111111111111'; HomeRegion = 'us-east-1' }
    $default = '{"Version":"2008-10-17","Id":"__default_policy_ID","Statement":[{"Sid":"__default_statement_ID","Effect":"Allow","Principal":{"AWS":"*"},"Action":["SNS:Publish","SNS:Subscribe"],"Resource":"' + $topic + '","Condition":{"StringEquals":{"AWS:SourceOwner":"111111111111"}}}]}'

    # As AWS Tools has it: the topic comes by value or by name, the rest by name.
    function Set-SNSTopicAttribute {
        param(
            [Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [string] $TopicArn,
            [Parameter(Position = 1, ValueFromPipelineByPropertyName)] [string] $AttributeName,
            [Parameter(Position = 2, ValueFromPipelineByPropertyName)] [string] $AttributeValue)
        process { $PSBoundParameters }
    }
}

Describe 'New-OrgTrailTopicPolicy' {
    It 'builds offline the statement of the AWS guide, for the one trail' {
        $policy = New-OrgTrailTopicPolicy $topic my-organization-trail @ids -EndpointUrl http://127.0.0.1:1

        $policy | Should -BeOfType OrgTrail.TopicPolicy
        $statement = ($policy.Policy | ConvertFrom-Json).Statement
        $statement.Sid | Should -Be 'AWSCloudTrailSNSPolicy20131101'
        $statement.Principal.Service | Should -Be 'cloudtrail.amazonaws.com'
        $statement.Action | Should -Be 'SNS:Publish'
        $statement.Resource | Should -Be $topic
        $statement.Condition.StringEquals.'aws:SourceArn' | Should -Be 'arn:aws:cloudtrail:us-east-1:111111111111:trail/my-organization-trail'
        "$policy" | Should -Be $policy.Policy
    }

    It 'is what AWS Tools'' Set-SNSTopicAttribute takes from the pipeline' {
        $policy = New-OrgTrailTopicPolicy $topic acme @ids

        $bound = $policy | Set-SNSTopicAttribute

        $bound.TopicArn | Should -Be $topic
        $bound.AttributeName | Should -Be 'Policy'
        $bound.AttributeValue | Should -Be $policy.Policy
    }

    It 'merges into the policy that every topic has, and changes nothing the second time' {
        $once = $default | New-OrgTrailTopicPolicy $topic acme @ids
        $twice = $once | New-OrgTrailTopicPolicy $topic acme @ids

        ($once.Policy | ConvertFrom-Json).Statement.Sid | Should -Be @('__default_statement_ID', 'AWSCloudTrailSNSPolicy20131101')
        $once.Changes | Should -Be 'add statement AWSCloudTrailSNSPolicy20131101'
        $twice.Changes | Should -BeNullOrEmpty
        $twice.Policy | Should -BeExactly $once.Policy
    }

    It 'takes several trails in one statement' {
        $statement = ((New-OrgTrailTopicPolicy $topic one, two @ids).Policy | ConvertFrom-Json).Statement

        $statement | Should -HaveCount 1
        $statement[0].Condition.StringEquals.'aws:SourceArn' | Should -HaveCount 2
    }

    It 'says at the prompt what the policy is for' {
        New-OrgTrailTopicPolicy $topic acme @ids | Out-String -Width 200 | Should -BeLike '*TopicArn*TrailName*Statements*Changes*acme*1*1*'
    }

    It 'refuses <Id>' -ForEach @(
        @{ Id = 'InvalidTopicArn'; Change = @{ TopicArn = 'trail-notifications' } }
        @{ Id = 'InvalidTopicArn'; Change = @{ HomeRegion = 'cn-north-1' } }
        @{ Id = 'InvalidTrailName'; Change = @{ TrailName = 'a--b' } }
        @{ Id = 'InvalidAccountId'; Change = @{ ManagementAccountId = '123' } }
        @{ Id = 'MalformedPolicy'; Change = @{ InputObject = '[]' } }
        @{ Id = 'PolicyTooLarge'; Change = @{ InputObject = '{"Id":"' + 'x' * 31000 + '","Statement":[]}' } }
    ) {
        $parameters = @{ TopicArn = $topic; TrailName = 'acme' } + $ids
        foreach ($name in $Change.Keys) { $parameters[$name] = $Change[$name] }

        New-OrgTrailTopicPolicy @parameters -ErrorVariable failure -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

        $failure[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $failure[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }
}

Describe 'A live topic' {
    BeforeAll {
        $sandbox = Start-OrgTrailSandbox -Account 3 -Bucket acme-audit

        # SNS speaks the query protocol.
        function Invoke-Sns ([hashtable] $Form) {
            $headers = @{
                Authorization = "AWS4-HMAC-SHA256 Credential=111111111111/20250601/us-east-1/sns/aws4_request, SignedHeaders=host;x-amz-date, Signature=$('0' * 64)"
                'X-Amz-Date' = '20250601T120000Z'
            }
            Invoke-RestMethod $sandbox.Endpoint -Method Post -Headers $headers -Body ($Form + @{ Version = '2010-03-31' }) -SkipHeaderValidation
        }
    }

    AfterAll { Stop-OrgTrailSandbox }

    It 'refuses a trail without the policy and takes it with it, and the ids come down the pipeline' {
        Invoke-Sns @{ Action = 'CreateTopic'; Name = 'trail-notifications' } | Out-Null
        Set-BeforeTheTrail | Out-Null
        Get-Refusal { New-OrgTrail acme acme-audit -SnsTopicName $topic } | Should -Be 'InsufficientTopicPolicy'

        $policy = Get-OrgTrustedAccess | New-OrgTrailTopicPolicy $topic acme
        $policy.ManagementAccountId | Should -Be '111111111111'
        Invoke-Sns @{ Action = 'SetTopicAttributes'; TopicArn = $policy.TopicArn; AttributeName = $policy.AttributeName; AttributeValue = $policy.AttributeValue } | Out-Null

        (New-OrgTrail acme acme-audit -SnsTopicName $topic -WarningAction Ignore).SnsTopicARN | Should -Be $topic
    }
}
