<#
Proofs of logs in a real pwsh, against the sandbox: the whole organization, with receipts, in parts, from a bundle and from a copy.
#>
BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/SandboxSupport.ps1

    # One call of S3; what somebody does who may write to the bucket. Bytes go and come as they are stored.
    $client = [Net.Http.HttpClient]::new()
    function Invoke-S3 ($Method, $Key, $Body) {
        $all = @{
            Authorization = "AWS4-HMAC-SHA256 Credential=$($sandbox.ManagementAccountId)/20250601/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=$('0' * 64)"
            'X-Amz-Date' = '20250601T120000Z'
            'x-amz-content-sha256' = 'UNSIGNED-PAYLOAD'
        }
        $request = [Net.Http.HttpRequestMessage]::new($Method, "$($sandbox.Endpoint)/acme-audit/$Key")
        foreach ($header in $all.GetEnumerator()) { $request.Headers.TryAddWithoutValidation($header.Key, $header.Value) | Out-Null }
        if ($Body) { $request.Content = [Net.Http.ByteArrayContent]::new($Body) }
        $answer = $client.Send($request)
        $answer.IsSuccessStatusCode | Should -BeTrue
        , $answer.Content.ReadAsByteArrayAsync().Result
    }

    function Get-Key ($Prefix) {
        ([xml] [Text.Encoding]::UTF8.GetString((Invoke-S3 Get "?list-type=2&prefix=$Prefix"))).ListBucketResult.Contents.Key
    }

    function Start-Delivery ($Hours = '06:00') {
        $script:sandbox = Start-OrgTrailSandbox -Account 2 -Region us-east-1, eu-west-1
        Enable-OrgTrustedAccess | New-OrgTrailBucket acme-audit acme | New-OrgTrail -StartLogging | Out-Null
        $sandbox.Advance($Hours)
        $script:lane = "AWSLogs/$((Get-OrgTrustedAccess).OrganizationId)/222222222222"
    }
}

Describe 'Test-OrgTrailLogIntegrity' {
    BeforeAll { Start-Delivery }
    AfterAll { Stop-OrgTrailSandbox }

    It 'proves every account and Region' {
        $results = @(Test-OrgTrailLogIntegrity acme)

        "$($results | ForEach-Object Findings | Where-Object Severity -ne Notice)" | Should -BeNullOrEmpty
        $results.Verdict | Select-Object -Unique | Should -Be Proven
        $results | ForEach-Object { "$($_.AccountId) $($_.Region)" } | Sort-Object | Should -Be '111111111111 eu-west-1', '111111111111 us-east-1', '222222222222 eu-west-1', '222222222222 us-east-1'
        $results.Digests | ForEach-Object { $_ | Should -BeGreaterThan 3 }
    }

    It 'proves one account and Region, taking the trail from the pipeline, and sums up' {
        $report = Get-OrgTrail acme | Test-OrgTrailLogIntegrity -AccountId 222222222222 -EventRegion us-east-1 -Summary

        $report.Proven | Should -BeTrue
        $report.Chains | Should -Be 1
        "$report" | Should -Match '^Proven: 1 chains, \d+ digests, \d+ logs; 0 failed, 0 incomplete$'
    }

    It 'shows a line for each account and Region' {
        Test-OrgTrailLogIntegrity acme -AccountId 222222222222 -EventRegion us-east-1 | Out-String | Should -Match 'Proven\S*\s+222222222222 us-east-1'
    }

    It 'refuses what is no <What>' -ForEach @(
        @{ What = 'part'; Parameters = @{ Shard = '4/3' }; Id = 'InvalidShard' }
        @{ What = 'time'; Parameters = @{ StartTime = '2026-02-01'; EndTime = '2026-01-01' }; Id = 'InvalidTimeRange' }
        @{ What = 'account'; Parameters = @{ AccountId = '12' }; Id = 'InvalidAccountId' }
    ) {
        Get-Refusal { Test-OrgTrailLogIntegrity acme @Parameters } | Should -Be $Id
    }

    It 'finds a log that was changed, one that was deleted, and one that was added' {
        $keys = Get-Key "$lane/CloudTrail/us-east-1/"
        $content = Invoke-S3 Get $keys[3]
        $before = Invoke-S3 Get $keys[4]
        $changed = [byte[]] $content.Clone(); $changed[20] = $changed[20] -bxor 1
        $added = $keys[5] -replace '_[A-Za-z0-9]{16}\.json', '_AAAAAAAAAAAAAAAA.json'
        Invoke-S3 Put $keys[3] $changed | Out-Null
        Invoke-S3 Delete $keys[4] | Out-Null
        Invoke-S3 Put $added $content | Out-Null

        $result = Test-OrgTrailLogIntegrity acme -AccountId 222222222222 -EventRegion us-east-1

        $result.Verdict | Should -Be Failed
        $result.Findings | Where-Object Severity -eq Failure | ForEach-Object { "$($_.Kind) $($_.Key)" } | Sort-Object |
            Should -Be (@("LogMissing $($keys[4])", "LogModified $($keys[3])", "LogUnlisted $added") | Sort-Object)
        Invoke-S3 Put $keys[3] $content | Out-Null
        Invoke-S3 Put $keys[4] $before | Out-Null
        Invoke-S3 Delete $added | Out-Null
    }
}

Describe 'Receipts' {
    BeforeAll { Start-Delivery }
    AfterAll { Stop-OrgTrailSandbox }

    It 'goes on where the last proof ended' {
        $receipt = "$TestDrive/acme.json"
        $first = Test-OrgTrailLogIntegrity acme -ReceiptPath $receipt -Summary
        $sandbox.Advance('03:00')
        $second = Test-OrgTrailLogIntegrity acme -ReceiptPath $receipt -Summary

        $first.Proven, $second.Proven | Should -Be $true, $true
        $second.Digests | Should -Be (4 * 4)
        (Get-Content $receipt -Raw | ConvertFrom-Json).type | Should -Be 'OrgTrail integrity receipt'
        "$receipt.checkpoint" | Should -Not -Exist
    }

    It 'finds what was cut off since' {
        $receipt = "$TestDrive/cut.json"
        Test-OrgTrailLogIntegrity acme -ReceiptPath $receipt | Out-Null
        $head = ((Get-Content $receipt -Raw | ConvertFrom-Json).chains | Where-Object { $_.accountId -eq '222222222222' -and $_.region -eq 'eu-west-1' }).last.key
        Invoke-S3 Delete $head | Out-Null

        $result = Test-OrgTrailLogIntegrity acme -ReceiptPath $receipt -AccountId 222222222222 -EventRegion eu-west-1

        $result.Verdict | Should -Be Failed
        $result.Findings.Kind | Should -Contain ReceiptContradicted
    }

    It 'joins the receipts of parts, and refuses when one is missing' {
        1..3 | ForEach-Object { Test-OrgTrailLogIntegrity acme -Shard "$_/3" -ReceiptPath "$TestDrive/part-$_.json" -WarningAction SilentlyContinue } | Out-Null

        $joined = Get-ChildItem $TestDrive/part-*.json | Join-OrgTrailReceipt -Destination $TestDrive/whole.json

        $joined.Chains | Should -Be 4
        Get-Refusal { Join-OrgTrailReceipt $TestDrive/part-1.json, $TestDrive/part-3.json -Destination $TestDrive/none.json } | Should -Be ReceiptsDoNotJoin
        Get-Refusal { Join-OrgTrailReceipt $TestDrive/part-1.json, $TestDrive/part-1.json, $TestDrive/part-3.json -Destination $TestDrive/none.json } | Should -Be ReceiptsDoNotJoin
        "$TestDrive/none.json" | Should -Not -Exist
    }

    It 'refuses a receipt that was changed' {
        $receipt = "$TestDrive/changed.json"
        Test-OrgTrailLogIntegrity acme -AccountId 222222222222 -ReceiptPath $receipt | Out-Null
        (Get-Content $receipt -Raw).Replace('"222222222222"', '"222222222223"') | Set-Content $receipt

        Get-Refusal { Test-OrgTrailLogIntegrity acme -AccountId 222222222222 -ReceiptPath $receipt } | Should -Be InvalidReceipt
    }
}

Describe 'Evidence' {
    BeforeAll { Start-Delivery }
    AfterAll { Stop-OrgTrailSandbox }

    It 'proves a bundle offline: <_>' -ForEach 'bundle', 'bundle.zip' {
        $report = Export-OrgTrailEvidence acme -DestinationPath "$TestDrive/$_" -IncludeLog
        $results = @(Test-OrgTrailLogIntegrity -Path "$TestDrive/$_")

        $report.Proven | Should -BeTrue
        "$($results | ForEach-Object Findings | Where-Object Severity -ne Notice)" | Should -BeNullOrEmpty
        $results.Verdict | Select-Object -Unique | Should -Be Proven
        ($results | Measure-Object Logs -Sum).Sum | Should -Be $report.Logs
    }

    It 'finds what was changed in a bundle' {
        Export-OrgTrailEvidence acme -DestinationPath $TestDrive/changed -AccountId 222222222222 -EventRegion us-east-1 -IncludeLog | Out-Null
        $log = Get-ChildItem $TestDrive/changed/objects -Recurse -Filter *_CloudTrail_*.json.gz | Select-Object -First 1
        Remove-Item $log

        $result = Test-OrgTrailLogIntegrity -Path $TestDrive/changed

        $result.Verdict | Should -Be Failed
        $result.Findings.Kind | Should -Contain LogMissing
    }

    It 'overwrites nothing, and shows what it would write' {
        Set-Content $TestDrive/there.zip 'x'

        Get-Refusal { Export-OrgTrailEvidence acme -DestinationPath $TestDrive/there.zip } | Should -Be BundleExists
        Export-OrgTrailEvidence acme -DestinationPath $TestDrive/none.zip -WhatIf | Should -BeNullOrEmpty
        "$TestDrive/none.zip" | Should -Not -Exist
    }

    It 'proves of a plain copy what the chain proves, and says that the newest rests on nothing' {
        Export-OrgTrailEvidence acme -DestinationPath $TestDrive/whole -AccountId 222222222222 -EventRegion us-east-1 -IncludeLog | Out-Null
        Copy-Item $TestDrive/whole/objects/acme-audit $TestDrive/mirror -Recurse
        Get-ChildItem $TestDrive/mirror -Recurse -Filter *.metadata.json | Remove-Item

        $result = Test-OrgTrailLogIntegrity -Path $TestDrive/mirror

        $result.Verdict | Should -Be Incomplete
        $result.Logs | Should -BeGreaterThan 20
        $failures = @($result.Findings | Where-Object Severity -ne Notice)
        $failures.Count | Should -Be 1
        "$($failures[0].Kind) $($failures[0].Severity)" | Should -Be 'DigestSignatureInvalid Unknown'
    }
}
