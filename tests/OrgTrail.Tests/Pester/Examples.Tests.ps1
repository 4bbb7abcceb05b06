BeforeAll {
    . $PSScriptRoot/Support.ps1
}

Describe 'The folder examples' {
    It 'holds a runbook whose tests pass' {
        $said = pwsh -NoProfile -NonInteractive -Command "(Invoke-Pester '$root/examples' -PassThru -Output None | Select-Object PassedCount, FailedCount, @{ n = 'Errors'; e = { `$_.Failed.ErrorRecord.Exception.Message } }) | ConvertTo-Json" | ConvertFrom-Json

        $said.Errors | Should -BeNullOrEmpty
        $said.PassedCount | Should -BeGreaterThan 3
        $said.FailedCount | Should -Be 0
    }
}

Describe 'The help topic about the sandbox' {
    It 'is found by Get-Help' {
        Get-Help about_OrgTrailSandbox | Out-String | Should -BeLike '*An AWS on loopback*'
    }
}
