<#
What the suites that use the sandbox share; behind Support.ps1:

    BeforeAll { . $PSScriptRoot/Support.ps1; . $PSScriptRoot/SandboxSupport.ps1 }

$sandbox is what Start-OrgTrailSandbox emitted.
#>

$Targets = @{
    cloudtrail = 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101'
    organizations = 'AWSOrganizationsV20161128'
    kms = 'TrentService'
}

# One call of AWS that OrgTrail has no cmdlet for; throws AWS's error code. The sandbox looks at the form of the signature only.
function Invoke-SandboxAws ($Service, $Operation, $Body = @{}, $Account = $sandbox.ManagementAccountId, $Region = 'us-east-1') {
    $headers = @{
        Authorization = "AWS4-HMAC-SHA256 Credential=$Account/20250601/$Region/$Service/aws4_request, SignedHeaders=host;x-amz-date, Signature=$('0' * 64)"
        'X-Amz-Date' = '20250601T120000Z'
        'X-Amz-Target' = "$($Targets[$Service]).$Operation"
    }
    $call = @{ Method = 'Post'; Headers = $headers; ContentType = 'application/x-amz-json-1.1'; Body = ConvertTo-Json $Body -Depth 9 }
    $answer = Invoke-RestMethod $sandbox.Endpoint @call -SkipHeaderValidation -SkipHttpErrorCheck -StatusCodeVariable status
    if ($status -ge 400) { throw $answer.__type }
    $answer
}

# The parameters that make a cmdlet act for another account.
function As ($Account) {
    @{ AccessKey = $Account; SecretKey = 'any' }
}

# Makes calls go wrong, as the sandbox's own path takes it: Kind, and where needed Service, Operation, OnCall, Times, …
function Add-SandboxFault ([hashtable] $Fault) {
    Invoke-RestMethod "$($sandbox.Endpoint)/_sandbox/faults" -Headers @{ 'X-OrgTrail-Sandbox' = 'admin' } -Method Post -ContentType application/json -Body (ConvertTo-Json $Fault) | Out-Null
}

# Everything that an organization trail needs: trusted access, and the bucket's policy.
function Set-BeforeTheTrail ($Trail = 'acme', $Bucket = 'acme-audit') {
    Enable-OrgTrustedAccess | New-OrgTrailBucketPolicy $Bucket $Trail | Set-OrgTrailBucketPolicy
}

# The id of the error that a command ends with, or fails at first; nothing when it succeeds.
function Get-Refusal ([scriptblock] $Command) {
    $said = try { & $Command 2>&1 3>$null } catch { $_ }
    $failure = @($said).Where({ $_ -is [Management.Automation.ErrorRecord] }, 'First')
    if ($failure) { $failure[0].FullyQualifiedErrorId -replace ',.*' }
}
