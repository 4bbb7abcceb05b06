<#
Runs what README.md shows, as written, and compares what comes out with what it says.
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
        $commands | Should -HaveCount $outputs.Count
        # One block after the other, as at the prompt, where each has shown all of its output before the next begins.
        $script = $commands.ForEach{ ". {`n$_`n} | Out-String -Width 160 | Out-Host" } -join "`n'=== next ===' | Out-Host`n"
        $said = pwsh -NoProfile -NonInteractive -WorkingDirectory $root -Command "`$PSStyle.OutputRendering = 'PlainText'; $script" | Out-String

        $parts = $said -split '=== next ==='
        $parts | Should -HaveCount $outputs.Count
        foreach ($index in 0..($outputs.Count - 1)) {
            Get-Word $parts[$index] | Should -Be (Get-Word $outputs[$index])
        }
    }

    It 'shows the true output of the demo, but for ids, times and counts' {
        $program = Get-ChildItem "$root/src/OrgTrail.Sandbox.Console/bin/*/*/OrgTrail.Sandbox.Console.dll" | Sort-Object LastWriteTime | Select-Object -Last 1
        $shown = [regex]::Match($readme, $fence -f 'demo').Groups[1].Value

        $said = dotnet $program demo | Out-String

        $LASTEXITCODE | Should -Be 0
        # Random are the 16 letters of a log file's name; the rest are digits, many or few.
        $mask = { $args[0] -creplace '_[A-Za-z0-9]{16}\.json', '_#.json' -replace '\d+', '#' }
        Get-Word (& $mask $said) | Should -Be (Get-Word (& $mask $shown))
    }
}
