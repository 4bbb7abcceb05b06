<#
Runs what README.md shows, as written, and compares what comes out with what it says. Only the address of moto_server
differs: the tests start it on a free port.
#>
BeforeAll {
    . $PSScriptRoot/Support.ps1

    $readme = Get-Content "$root/README.md" -Raw
    $fence = '(?s)<!-- {0} -->\s*```\w+\n(.*?)\n```'
    $commands = [regex]::Matches($readme, $fence -f 'run').ForEach{ $_.Groups[1].Value }
    $outputs = [regex]::Matches($readme, $fence -f 'output').ForEach{ $_.Groups[1].Value }

    # How wide the terminal was decides on line breaks and padding, nothing else.
    function Get-Word ($Text) { $Text -split '\s+' | Where-Object { $_ } }
}

Describe 'README.md' {
    It 'shows the true output of each command' {
        Skip-WithoutMoto
        Skip-WithoutAwsCli
        Invoke-MotoReset
        Invoke-AwsCli organizations create-organization --feature-set ALL | Out-Null
        Invoke-AwsCli s3api create-bucket --bucket acme-audit | Out-Null

        $commands | Should -HaveCount $outputs.Count
        # One block after the other, as at the prompt, where each has shown all of its output before the next begins.
        $script = $commands.ForEach{ ". {`n$_`n} | Out-String -Width 160 | Out-Host" } -join "`n'=== next ===' | Out-Host`n"
        $env:AWS_ENDPOINT_URL = $env:ORGTRAIL_TEST_MOTO
        try {
            $said = pwsh -NoProfile -NonInteractive -WorkingDirectory $root -Command "`$PSStyle.OutputRendering = 'PlainText'; $script" | Out-String
        }
        finally { Remove-Item Env:AWS_ENDPOINT_URL }

        $parts = $said -split '=== next ==='
        $parts | Should -HaveCount $outputs.Count
        foreach ($index in 0..($outputs.Count - 1)) {
            Get-Word $parts[$index] | Should -Be (Get-Word $outputs[$index])
        }
    }
}
