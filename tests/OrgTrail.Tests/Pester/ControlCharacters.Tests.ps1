<#
No text that becomes a header or a part of an address may bring a line break or another control character along: it is
refused before anything is sent, and no message repeats it as it is.
#>
BeforeDiscovery {
    $texts = @{ 'a line break' = "x`r`nX-Evil: 1"; 'a line feed' = "x`n"; 'NUL' = "x`0y"; 'an escape' = "x`e(0y" }
    $parts = @(
        @{ What = '-SessionToken'; Id = 'InvalidCredential'; Run = { Get-OrgTrustedAccess -AccessKey AKID -SecretKey s -SessionToken $text } }
        @{ What = '-SecretKey'; Id = 'InvalidCredential'; Run = { Get-OrgTrustedAccess -AccessKey AKID -SecretKey $text } }
        @{ What = '-AccessKey'; Id = 'InvalidCredential'; Run = { Get-OrgTrustedAccess -AccessKey $text -SecretKey s } }
        @{ What = '-Credential'; Id = 'InvalidCredential'; Run = { Get-OrgTrustedAccess -Credential ([pscredential]::new($text, (ConvertTo-SecureString s -AsPlainText -Force))) } }
        @{ What = '$StoredAWSRegion'; Id = 'InvalidRegion'; Run = { $StoredAWSRegion = $text; Get-OrgTrustedAccess } }
        @{ What = '$StoredAWSCredentials'; Id = 'InvalidProfileName'; Run = { $StoredAWSCredentials = $text; Get-OrgTrustedAccess } }
        @{ What = '-ProfileName'; Id = 'InvalidProfileName'; Run = { Get-OrgTrustedAccess -ProfileName $text } }
        @{ What = '-ProfileLocation'; Id = 'InvalidProfileLocation'; Run = { Get-OrgTrustedAccess -ProfileLocation "/$text" } }
        @{ What = '-Region'; Id = 'InvalidRegion'; Run = { Get-OrgTrustedAccess -Region $text } }
        @{ What = '-EndpointUrl'; Id = 'InvalidEndpointUrl'; Run = { Get-OrgTrustedAccess -EndpointUrl "http://127.0.0.1:1/$text" } }
        @{ What = 'AWS_SESSION_TOKEN'; Variable = 'AWS_SESSION_TOKEN'; Id = 'InvalidCredential'; Run = { Get-OrgTrustedAccess } }
        @{ What = 'AWS_SECRET_ACCESS_KEY'; Variable = 'AWS_SECRET_ACCESS_KEY'; Id = 'InvalidCredential'; Run = { Get-OrgTrustedAccess } }
        @{ What = 'AWS_ACCESS_KEY_ID'; Variable = 'AWS_ACCESS_KEY_ID'; Id = 'InvalidCredential'; Run = { Get-OrgTrustedAccess } }
        @{ What = 'AWS_REGION'; Variable = 'AWS_REGION'; Id = 'InvalidRegion'; Run = { Get-OrgTrustedAccess } }
        @{ What = 'AWS_ENDPOINT_URL'; Variable = 'AWS_ENDPOINT_URL'; Id = 'InvalidEndpointUrl'; Run = { Get-OrgTrustedAccess } }
        @{ What = 'a name of a trail'; Id = 'InvalidTrail*'; Run = { Get-OrgTrail $text } }
        @{ What = 'an ARN of a trail'; Id = 'InvalidTrailArn'; Run = { Get-OrgTrailStatus "arn:aws:cloudtrail:us-east-1:111111111111:trail/$text" } }
        @{ What = 'the Region of an ARN'; Id = 'InvalidTrailArn'; Run = { Get-OrgTrailStatus "arn:aws:cloudtrail:${text}:111111111111:trail/acme" } }
        @{ What = 'a bucket that is read'; Id = 'InvalidBucketName'; Run = { Get-OrgTrailBucketPolicy $text } }
        @{ What = 'a bucket that is written'; Id = 'InvalidBucketName'; Run = { Set-OrgTrailBucketPolicy $text '{"Version":"2012-10-17","Statement":[]}' -Confirm:$false } }
        @{ What = 'a bucket that is made'; Id = 'InvalidBucketName'; Run = { New-OrgTrailBucket $text -Confirm:$false } }
        @{ What = 'the Region of a bucket'; Id = 'InvalidRegion'; Run = { New-OrgTrailBucket acme-audit -BucketRegion $text -Confirm:$false } }
        @{ What = 'the bucket of access logs'; Id = 'InvalidBucketName'; Run = { New-OrgTrailBucket acme-audit -AccessLogBucket $text -Confirm:$false } }
        @{ What = 'a prefix'; Id = 'InvalidS3KeyPrefix'; Run = { New-OrgTrail acme acme-audit -S3KeyPrefix $text -Confirm:$false } }
        @{ What = 'a new trail'; Id = 'InvalidTrailName'; Run = { New-OrgTrail $text acme-audit -Confirm:$false } }
        @{ What = 'the home Region'; Id = 'InvalidRegion'; Run = { New-OrgTrail acme acme-audit -HomeRegion $text -Confirm:$false } }
        @{ What = 'a key'; Id = 'InvalidKmsKey'; Run = { New-OrgTrailKeyPolicy acme -KmsKeyId $text -ManagementAccountId 111111111111 -HomeRegion us-east-1 } }
        @{ What = 'the Region of a key'; Id = 'InvalidKmsKey'; Run = { New-OrgTrailKeyPolicy acme -KmsKeyId "arn:aws:kms:${text}:111111111111:key/12345678-1234-1234-1234-123456789012" -ManagementAccountId 111111111111 -HomeRegion us-east-1 } }
        @{ What = 'the key of a trail'; Id = 'InvalidKmsKey*'; Run = { New-OrgTrail acme acme-audit -KmsKeyId $text -Confirm:$false } }
        @{ What = 'a topic'; Id = 'InvalidTopicArn'; Run = { New-OrgTrailTopicPolicy $text acme -ManagementAccountId 111111111111 -HomeRegion us-east-1 } }
        @{ What = 'an account'; Id = 'InvalidAccountId'; Run = { Register-OrgTrailDelegatedAdmin $text -Confirm:$false } }
    )
    $rows = foreach ($part in $parts) {
        foreach ($name in $texts.Keys) {
            # No variable of the environment can hold NUL.
            if ($part.Variable -and $name -eq 'NUL') { continue }
            $part + @{ Kind = $name; Text = $texts[$name] }
        }
    }
}

BeforeAll {
    . $PSScriptRoot/Support.ps1

    function Get-Failure ([scriptblock] $Block) {
        $found = try { & $Block 2>&1 3>$null } catch { $_ }
        @($found).Where{ $_ -is [Management.Automation.ErrorRecord] }[0]
    }
}

Describe 'A control character' {
    BeforeEach {
        $aws = (New-ScriptedAws).KeepTrails()
        $environment = Get-ChildItem Env:AWS_*
        $env:AWS_ENDPOINT_URL = $aws.Endpoint
    }

    AfterEach {
        $aws.Dispose()
        Get-ChildItem Env:AWS_* | Remove-Item
        $environment | ForEach-Object { Set-Item "Env:$($_.Name)" $_.Value }
    }

    It 'is refused before anything is sent: <Kind> in <What>' -ForEach $rows {
        if ($Variable) { Set-Item "Env:$Variable" $Text }

        $failure = Get-Failure $Run

        $failure.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        "$failure" | Should -Not -Match "`e|`r|`0"
        $aws.Calls | Should -BeNullOrEmpty
    }
}
