<#
What a session knows as secret turns up in no stream and in nothing that an error holds, in whatever form and from
whatever side a text brings it: a service, a proxy, a program, a file.
#>
BeforeDiscovery {
    $cases = @(
        @{ Case = 'a refusal'; Arm = { $aws.On('CloudTrail', 'GetTrail').Fails('AccessDeniedException', $text) }; Run = { Get-OrgTrail acme @keys } }
        @{ Case = 'a signature that does not match'; Arm = { $aws.On('CloudTrail', 'GetTrail').Fails('SignatureDoesNotMatch', $text, 403) }; Run = { Get-OrgTrail acme @keys } }
        @{ Case = 'a code that nobody knows'; Arm = { $aws.On('CloudTrail', 'GetTrail').Fails($line, 'Words', 400) }; Run = { Get-OrgTrail acme @keys } }
        @{ Case = 'a failure of the service'; Arm = { $aws.On('CloudTrail', 'GetTrail').Fails('InternalFailure', $text, 500) }; Run = { Get-OrgTrail acme @keys } }
        @{ Case = 'throttling'; Arm = { $aws.On('CloudTrail', 'GetTrail').Fails('ThrottlingException', $text, 400) }; Run = { Get-OrgTrail acme @keys } }
        @{ Case = 'a page of a proxy'; Arm = { $aws.On('CloudTrail', 'GetTrail').AnswersRaw(502, 'text/html', "<html>$text</html>") }; Run = { Get-OrgTrail acme @keys } }
        @{ Case = 'an answer that is no JSON'; Arm = { $aws.On('CloudTrail', 'GetTrail').Answers($text) }; Run = { Get-OrgTrail acme @keys } }
        @{ Case = 'JSON of another type'; Arm = { $aws.On('CloudTrail', 'GetTrail').Answers((ConvertTo-Json @{ Trail = @{ IsMultiRegionTrail = $text } })) }; Run = { Get-OrgTrail acme @keys } }
        @{ Case = 'a request id'; Arm = { $aws.RequestId = $line; $aws.On('CloudTrail', 'GetTrail').Fails('AccessDeniedException', 'Words') }; Run = { Get-OrgTrail acme @keys } }
        @{ Case = 'the reason of Organizations'; Arm = { $aws.On('Organizations', 'DescribeOrganization').AnswersRaw(400, 'application/x-amz-json-1.1', (ConvertTo-Json @{ __type = 'ConstraintViolationException'; Message = $text; Reason = $line })) }; Run = { Get-OrgTrustedAccess @keys } }
        @{ Case = 'an error of S3'; Arm = { $aws.On('S3', 'GetBucketPolicy').Fails('AccessDenied', $text, 403) }; Run = { Get-OrgTrailBucketPolicy acme-audit @keys } }
        @{ Case = 'an error of S3 that is no XML'; Arm = { $aws.On('S3', 'GetBucketPolicy').AnswersRaw(403, 'application/xml', $text) }; Run = { Get-OrgTrailBucketPolicy acme-audit @keys } }
        @{ Case = 'an error of KMS'; Arm = { $aws.On('KMS', 'DescribeKey').Fails('KMSInvalidStateException', $text) }; Run = { New-OrgTrailKeyPolicy acme -KmsKeyId alias/x @keys } }
        @{ Case = 'an error with a request id in XML'; Arm = { $aws.On('S3', 'GetBucketPolicy').AnswersRaw(400, 'application/xml', "<Error><Code>$([Security.SecurityElement]::Escape($line))</Code><Message>x</Message><RequestId>$([Security.SecurityElement]::Escape($line))</RequestId><HostId>$([Security.SecurityElement]::Escape($line))</HostId></Error>") }; Run = { Get-OrgTrailBucketPolicy acme-audit @keys } }
        @{ Case = 'a policy file'; Arm = { Set-Content "$TestDrive/policy.json" "{`"Version`":`"2012-10-17`",`"Statement`":[{`"Effect`":`"$text`n" }; Run = { Test-OrgTrailBucketPolicy -Path "$TestDrive/policy.json" -BucketName acme-audit -TrailName acme @ids @keys } }
        @{ Case = 'a policy with a name'; Arm = { $policy.Statement[0].Sid = $line; Set-Content "$TestDrive/policy.json" (ConvertTo-Json $policy -Depth 9) }; Run = { Test-OrgTrailBucketPolicy -Path "$TestDrive/policy.json" -BucketName acme-audit -TrailName acme @ids @keys | ForEach-Object { $_; $_.BlockedBy; $_.Weak; $_.Uncertain; "$_" } } }
        @{ Case = 'a description of a trail in JSON'; Arm = { Set-Content "$TestDrive/trail.json" (ConvertTo-Json @{ $line = 1 }) }; Run = { Deploy-OrgTrail -Path "$TestDrive/trail.json" @keys } }
        @{ Case = 'a description of a trail in psd1'; Arm = { Set-Content "$TestDrive/trail.psd1" "@{ Name = 'a'`n  '$($line -replace "'", "''")' 'b' }" }; Run = { Deploy-OrgTrail -Path "$TestDrive/trail.psd1" @keys } }
        @{ Case = 'the error of a delivery'; Arm = { $aws.On('CloudTrail', 'GetTrailStatus').Answers((ConvertTo-Json @{ IsLogging = $true; LatestDeliveryError = $line; LatestNotificationError = $line })) }; Run = { Get-OrgTrailStatus arn:aws:cloudtrail:us-east-1:111111111111:trail/acme @keys | ForEach-Object { $_; $_.Problems } } }
    )
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $PSStyle.OutputRendering = 'PlainText'
    $env:AWS_MAX_ATTEMPTS = 1
    Set-WaitingClock ([OrgTrail.Testing.HastyTime]::new(20))

    $secretKey = 'pLq7Rz0XvN4TtB1sWmE8/ydKc3+HgJ5aFuO9iZ6k'
    $sessionToken = 'IQoJb3JpZ2luX2VjEGkaCXVzLWVhc3QtMSJGMEQCIHvY8mT1n0QpZ3xRk/b7Lw5sUe+Fd9aJc4OhGi2KqXyVAiBtN6' * 2 + '=='
    $password = "tr0ub4dor&'3/+x"
    $env:HTTPS_PROXY = "http://proxyuser7:$([uri]::EscapeDataString($password))@127.0.0.1:1"
    $keys = @{ AccessKey = 'AKIAIOSFODNN7EXAMPLE'; SecretKey = $secretKey; SessionToken = $sessionToken }
    $ids = @{ OrganizationId = 'o-exampleorgid'; ManagementAccountId = '111111111111'; HomeRegion = 'us-east-1' }
    $policy = (New-OrgTrailBucketPolicy acme-audit acme @ids).Policy | ConvertFrom-Json -AsHashtable
    $policy.Statement[0].Effect = 'Deny'

    function Wrap ($Text, $Width, $Ending) { ($Text -split "(?<=\G.{$Width})" | Where-Object Length) -join $Ending }

    # What a secret can look like in the words of others.
    function Get-Form ($Secret) {
        $bytes = [Text.Encoding]::UTF8.GetBytes($Secret)
        $base64 = [Convert]::ToBase64String($bytes)
        [ordered] @{
            plain = $Secret
            quoted = "'$($Secret -replace "'", "''")'"
            upper = $Secret.ToUpperInvariant()
            url = [uri]::EscapeDataString($Secret)
            urlLower = [regex]::Replace([uri]::EscapeDataString($Secret), '%..', { $args[0].Value.ToLowerInvariant() })
            urlTwice = [uri]::EscapeDataString([uri]::EscapeDataString($Secret))
            form = [Net.WebUtility]::UrlEncode($Secret)
            json = "`"$([Text.Json.JsonEncodedText]::Encode($Secret))`""
            jsonSlashes = (ConvertTo-Json $Secret) -replace '/', '\/'
            jsonTwice = "$([Text.Json.JsonEncodedText]::Encode("$([Text.Json.JsonEncodedText]::Encode($Secret))"))"
            xml = [Security.SecurityElement]::Escape($Secret)
            xmlNumbers = -join ($Secret.ToCharArray() | ForEach-Object { "&#x{0:X};" -f [int] $_ })
            wrapped = Wrap $Secret 13 "`n"
            indented = Wrap $Secret 13 "`r`n        "
            wrappedInJson = Wrap $Secret 13 '\r\n'
            base64 = $base64
            base64url = $base64.TrimEnd('=').Replace('+', '-').Replace('/', '_')
            base64Wrapped = Wrap $base64 19 "`n"
            basic = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("proxyuser7:$Secret"))
            asBase64url = $Secret.TrimEnd('=').Replace('+', '-').Replace('/', '_')
            hex = [Convert]::ToHexString($bytes)
        }
    }

    # Letters and digits alone, so that neither the width of the screen nor an escape hides anything from the test.
    function Get-Bare ($Text) { ($Text -replace '[^A-Za-z0-9]').ToLowerInvariant() }

    # The forms of which a text shows a part.
    function Find-Form ($Forms, $Text) {
        $said = Get-Bare $Text
        foreach ($form in $Forms.GetEnumerator()) {
            $bare = Get-Bare $form.Value
            $length = [Math]::Min(12, $bare.Length)
            for ($i = 0; $i + $length -le $bare.Length; $i += 2) {
                if ($said.Contains($bare.Substring($i, $length))) { "$($form.Key): $($bare.Substring($i, $length))"; break }
            }
        }
    }

    # All that a command says, and all that its errors hold, but the line that was typed.
    function Get-Said ([scriptblock] $Command) { (Read-All $Command) -join "`n" }

    function Read-All ([scriptblock] $Command) {
        $VerbosePreference = $DebugPreference = $ErrorActionPreference = 'Continue'
        $records = @(try { & $Command 4>&1 3>&1 2>&1 5>&1 6>&1 } catch { $_ })
        $records | Format-List * -Force | Out-String -Width 10000
        foreach ($failure in @($records) -is [Management.Automation.ErrorRecord]) {
            $failure.FullyQualifiedErrorId
            $failure | Select-Object * -ExcludeProperty InvocationInfo | Format-List * -Force | Out-String -Width 10000
            $failure.InvocationInfo.BoundParameters | Out-String -Width 10000
            $failure | ForEach-Object ErrorDetails | Format-List * -Force | Out-String -Width 10000
            for ($exception = $failure.Exception; $exception; $exception = $exception.InnerException) {
                "$exception"
                $exception | Format-List * -Force | Out-String -Width 10000
                $exception.Data | Out-String
            }
        }
    }
}

AfterAll {
    Set-WaitingClock
    Remove-Item Env:AWS_MAX_ATTEMPTS, Env:HTTPS_PROXY
}

Describe 'A secret' {
    BeforeEach {
        $aws = New-ScriptedAws
        $env:AWS_ENDPOINT_URL = $aws.Endpoint
        $script:tried = 0
    }

    AfterEach {
        $aws.Dispose()
        Remove-Item Env:AWS_ENDPOINT_URL
    }

    It 'is not shown by <Case>, in any form' -ForEach $cases {
        foreach ($secret in $secretKey, $sessionToken, $password) {
            $forms = Get-Form $secret
            $text = $forms.Values -join ' | '
            $line = ($forms.GetEnumerator() | Where-Object Value -NotMatch '\s' | ForEach-Object Value) -join '|'
            & $Arm | Out-Null

            $said = Get-Said $Run

            $said.Length | Should -BeGreaterThan 50
            Find-Form $forms $said | Should -BeNullOrEmpty
        }
    }

    It 'of a credential_process is not shown, whatever it prints' -Skip:$IsWindows {
        $forms = Get-Form 'fBz3qLw9Xr6Tn1Ym8Kd5Vh2Jc7Pg4Sa0Ue+/RtQo'
        Set-Content "$TestDrive/print.sh" "#!/bin/sh`ncat '$TestDrive/printed'`nexit `$1"
        chmod +x "$TestDrive/print.sh"
        foreach ($status in 0, 1) {
            Set-Content "$TestDrive/printed" "{ `"Version`": 1, `"SecretAccessKey`": `"$($forms.Values -join ' ')`n"
            Set-Content "$TestDrive/config" "[profile program]`ncredential_process = $TestDrive/print.sh $status`nregion = us-east-1"
            $env:AWS_CONFIG_FILE = "$TestDrive/config"

            $said = Get-Said { Get-OrgTrustedAccess -ProfileName program }

            $said | Should -BeLike '*CredentialProcessFailed*'
            Find-Form $forms $said | Should -BeNullOrEmpty
        }
    }

    It 'that a credential_process prints as it should is known from then on' -Skip:$IsWindows {
        $secret = 'hNc8wQv5Zt2Lb7Rk0Xj9Df4Gm1Ps6Ya3Ui+/EoTq'
        Set-Content "$TestDrive/print2.sh" "#!/bin/sh`necho '{ `"Version`": 1, `"AccessKeyId`": `"AKIAIOSFODNN7EXAMPLE`", `"SecretAccessKey`": `"$secret`" }'"
        chmod +x "$TestDrive/print2.sh"
        Set-Content "$TestDrive/config" "[profile program]`ncredential_process = $TestDrive/print2.sh`nregion = us-east-1"
        $env:AWS_CONFIG_FILE = "$TestDrive/config"
        $aws.On('CloudTrail', 'GetTrail').Fails('AccessDeniedException', ((Get-Form $secret).Values -join ' | ')) | Out-Null

        $said = Get-Said { Get-OrgTrail acme -ProfileName program }

        $said | Should -BeLike '*AccessDenied*'
        Find-Form (Get-Form $secret) $said | Should -BeNullOrEmpty
    }

    It 'in the address of a proxy is not shown when the proxy refuses' {
        $proxy = [OrgTrail.Testing.ScriptedAws]::new()
        try {
            $environment = [Collections.Generic.Dictionary[string, string]]::new()
            $environment['HTTPS_PROXY'] = "http://proxyuser7:tr0ub4dor@127.0.0.1:$(([uri] $proxy.Endpoint).Port)"
            $environment['AWS_MAX_ATTEMPTS'] = '1'
            $process = [OrgTrail.Testing.PowerShellProcess]::Run(@"
Import-Module '$((Get-Module OrgTrail).ModuleBase)/OrgTrail.psd1'
`$ErrorActionPreference = 'Continue'
try { Get-OrgTrail acme -EndpointUrl https://127.0.0.1:9 -Verbose *>&1 } catch { `$_ }
`$Error | ForEach-Object { `$_ | Get-Error | Out-String; "`$(`$_.Exception)" }
"@, $environment)
        }
        finally {
            $proxy.Dispose()
        }

        $said = $process.Output + $process.Error
        $said | Should -BeLike '*ConnectionFailed*'
        $said | Should -BeLike "*'http://`*`*`*@127.0.0.1:*"
        $said | Should -Not -Match 'tr0ub4dor|proxyuser7'
    }
}

Describe 'A key given by hand' {
    BeforeAll {
        $aws = (New-ScriptedAws).KeepTrails()
        $env:AWS_ENDPOINT_URL = $aws.Endpoint
    }

    AfterAll {
        $aws.Dispose()
        Remove-Item Env:AWS_ENDPOINT_URL
    }

    It 'may be a SecureString' {
        $key, $token = $secretKey, 'tokenoftest' | ForEach-Object { ConvertTo-SecureString $_ -AsPlainText -Force }

        Get-OrgTrustedAccess -AccessKey AKIDSECURE -SecretKey $key -SessionToken $token | Out-Null

        $aws.Calls[-1].AccessKey | Should -Be 'AKIDSECURE'
        $aws.Calls[-1].Headers['X-Amz-Security-Token'] | Should -Be 'tokenoftest'
    }

    It 'is not kept by PowerShell in what it records of a command' {
        $aws.On('CloudTrail', 'GetTrailStatus').Fails('AccessDeniedException', 'Words') | Out-Null

        Get-OrgTrailStatus arn:aws:cloudtrail:us-east-1:111111111111:trail/acme @keys -ErrorAction SilentlyContinue -ErrorVariable failure

        $failure | Should -HaveCount 1
        $kept = Get-Bare ($failure[0] | Get-Error | Out-String -Width 9999)
        $kept | Should -BeLike '*accessdenied*'
        $kept | Should -Not -BeLike "*$(Get-Bare $secretKey)*"
        $kept | Should -Not -BeLike "*$((Get-Bare $sessionToken).Substring(0, 40))*"
    }

    It 'is refused when it is <What>' -ForEach @(
        @{ What = 'a table'; Value = @{ secret = 'doNotShowMe' } }
        @{ What = 'an object'; Value = [pscustomobject] @{ secret = 'doNotShowMe' } }
        @{ What = 'empty'; Value = '' }
        @{ What = 'null'; Value = $null }
    ) {
        foreach ($parameter in 'SecretKey', 'SessionToken') {
            $arguments = @{ AccessKey = 'AKID'; SecretKey = 'good' }
            $arguments[$parameter] = $Value
            $refused = { Get-OrgTrustedAccess @arguments } | Should -Throw -PassThru
            $refused | Select-Object * -ExcludeProperty InvocationInfo | Out-String | Should -Not -Match 'doNotShowMe'
            "$($refused.Exception)" | Should -Not -Match 'doNotShowMe'
        }
    }
}

Describe 'What -Credential cannot take' {
    It 'is not repeated: <What>' -ForEach @(
        @{ What = 'text'; Value = 'doNotShowMe' }
        @{ What = 'a table'; Value = @{ SecretAccessKey = 'doNotShowMe' } }
        @{ What = 'an object'; Value = [pscustomobject] @{ SecretAccessKey = 'doNotShowMe' } }
        @{ What = 'a list'; Value = 'doNotShowMe', 'doNotShowMe' }
        @{ What = 'a SecureString'; Value = ConvertTo-SecureString doNotShowMe -AsPlainText -Force }
    ) {
        foreach ($cmdlet in Get-Command -Module OrgTrail | Where-Object { $_.Parameters.ContainsKey('Credential') }) {
            $failure = try { & $cmdlet -Credential $Value } catch { $_ }

            $failure.FullyQualifiedErrorId | Should -BeLike 'CannotConvertArgument*'
            "$failure" | Should -BeLike '*These are no AWS credentials.*Get-AWSCredential*'
            $failure | Select-Object * -ExcludeProperty InvocationInfo | Format-List * -Force | Out-String -Width 9999 | Should -Not -Match 'doNotShowMe'
            for ($exception = $failure.Exception; $exception; $exception = $exception.InnerException) {
                "$exception" | Should -Not -Match 'doNotShowMe'
            }
        }
    }
}
