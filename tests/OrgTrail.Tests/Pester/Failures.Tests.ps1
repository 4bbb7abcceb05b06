<#
What can go wrong between here and AWS, and with what the user says of the connection: one clear error each, with a
stable id and advice.
#>
BeforeAll {
    . $PSScriptRoot/Support.ps1

    function Get-Failure ([scriptblock] $Command) {
        $found = try { & $Command 2>&1 } catch { $_ }
        @($found).Where{ $_ -is [Management.Automation.ErrorRecord] }[0]
    }
}

Describe 'A connection that cannot be made' {
    AfterEach {
        $failure.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'is <Id>' -ForEach @(
        @{ Id = 'IncompleteCredentials'; Command = { Get-OrgTrail -AccessKey AKIDEXAMPLE } }
        @{ Id = 'IncompleteCredentials'; Command = { Get-OrgTrail -SecretKey secret } }
        @{ Id = 'ProfileNotFound'; Command = { Get-OrgTrail -ProfileName no-such-profile } }
        @{ Id = 'InvalidRegion'; Command = { Get-OrgTrail -Region us-esat-1 } }
        @{ Id = 'InvalidEndpointUrl'; Command = { Get-OrgTrail -EndpointUrl 'not an address' } }
        @{ Id = 'ConnectionFailed'; Command = { Get-OrgTrail -EndpointUrl http://127.0.0.1:1 } }
    ) {
        $failure = Get-Failure $Command
    }
}

Describe 'An answer that is none' {
    BeforeEach {
        $aws = [OrgTrail.Testing.ScriptedAws]::new()
        $env:AWS_ENDPOINT_URL = $aws.Endpoint
        $env:AWS_MAX_ATTEMPTS = 1
    }

    AfterEach {
        $aws.Dispose()
        Remove-Item Env:AWS_ENDPOINT_URL, Env:AWS_MAX_ATTEMPTS
    }

    It 'is <Id> when AWS answers with <Code>' -ForEach @(
        @{ Id = 'AccessDenied'; Code = 'AccessDeniedException'; Status = 400; Category = 'PermissionDenied' }
        @{ Id = 'Throttled'; Code = 'ThrottlingException'; Status = 400; Category = 'ResourceUnavailable' }
        @{ Id = 'CredentialsExpired'; Code = 'ExpiredTokenException'; Status = 400; Category = 'AuthenticationError' }
        @{ Id = 'CredentialsRefused'; Code = 'UnrecognizedClientException'; Status = 400; Category = 'AuthenticationError' }
        @{ Id = 'ServiceFailed'; Code = 'InternalFailure'; Status = 500; Category = '*' }
    ) {
        $aws.On('CloudTrail', 'GetTrail').Fails($Code, 'What AWS says', $Status) | Out-Null

        $failure = Get-Failure { Get-OrgTrail acme }

        $failure.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $failure.CategoryInfo.Category | Should -BeLike $Category
        "$failure" | Should -BeLike '*What AWS says*'
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'is ServiceFailed when a proxy answers with a page' {
        $aws.On('CloudTrail', 'GetTrail').AnswersHtml(502) | Out-Null

        (Get-Failure { Get-OrgTrail acme }).FullyQualifiedErrorId | Should -BeLike 'ServiceFailed,*'
    }

    It 'is ServiceFailed when a page comes with status 200' {
        $aws.On('CloudTrail', 'GetTrail').AnswersHtml(200) | Out-Null

        (Get-Failure { Get-OrgTrail acme }).FullyQualifiedErrorId | Should -BeLike 'ServiceFailed,*'
    }

    It 'is ConnectionFailed when the connection is reset' {
        $aws.On('CloudTrail', 'GetTrail').Resets() | Out-Null

        (Get-Failure { Get-OrgTrail acme }).FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
    }

    It 'keeps secrets out of every stream, also those that AWS repeats from the signed request' {
        $token = 'FwoGZXIvYXdzEXAMPLE//////////wEaDSESSIONTOKENsecretpart'
        $aws.On('CloudTrail', 'GetTrail').Fails('SignatureDoesNotMatch', "The Canonical String for this request should have been 'POST / host:x x-amz-security-token:$token'", 403) | Out-Null

        $said = Get-OrgTrail acme -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey $env:AWS_SECRET_ACCESS_KEY -SessionToken $token -Verbose -Debug -ErrorAction Continue *>&1 | Out-String
        $said += $Error[0] | Format-List * -Force | Out-String
        $said += $Error[0].Exception.ToString()

        $said | Should -BeLike '*SignatureRefused*'
        $said | Should -Not -BeLike '*SESSIONTOKEN*'
        $said | Should -Not -BeLike "*$env:AWS_SECRET_ACCESS_KEY*"
    }
}

Describe 'Ctrl+C' {
    It 'ends a call that hangs at once, and is no error' {
        $aws = [OrgTrail.Testing.ScriptedAws]::new()
        try {
            $aws.On('CloudTrail', 'GetTrail').Hangs() | Out-Null
            $shell = [powershell]::Create()
            $shell.AddScript("Import-Module '$((Get-Module OrgTrail).ModuleBase)/OrgTrail.psd1'; Get-OrgTrail acme -EndpointUrl $($aws.Endpoint)") | Out-Null
            $running = $shell.BeginInvoke()
            $aws.FirstCall('CloudTrail', 'GetTrail').Wait(20000) | Should -BeTrue

            $clock = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()

            $clock.Elapsed.TotalSeconds | Should -BeLessThan 5
            $running.IsCompleted | Should -BeTrue
            $shell.Streams.Error | Should -BeNullOrEmpty
            # The request itself was given up, not only waited for no longer.
            $aws.Calls[0].Abandoned.Wait(10000) | Should -BeTrue
        }
        finally {
            $shell.Dispose()
            $aws.Dispose()
        }
    }
}
