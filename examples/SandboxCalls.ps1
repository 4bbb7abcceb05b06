<#
Calls to the sandbox that the runbooks' tests make as somebody who has all rights in the account would, without an AWS client.
The sandbox wants the form of a signature, and verifies none.
#>
function Get-SandboxHeader([string] $Service) {
    @{
        Authorization = "AWS4-HMAC-SHA256 Credential=$env:AWS_ACCESS_KEY_ID/20260101/us-east-1/$Service/aws4_request, SignedHeaders=host, Signature=0"
        'X-Amz-Date' = '20260101T000000Z'
    }
}

# A request to S3, for example: Invoke-SandboxS3 DELETE '/acme-audit/key?versionId=…'. Refusals are answers too.
function Invoke-SandboxS3([string] $Method, [string] $Path, [hashtable] $Header = @{}) {
    Invoke-WebRequest "$env:AWS_ENDPOINT_URL$Path" -Method $Method -Headers ((Get-SandboxHeader s3) + $Header) -SkipHeaderValidation -SkipHttpErrorCheck
}

# An operation of KMS, for example: Invoke-SandboxKms DisableKey @{ KeyId = $arn }.
function Invoke-SandboxKms([string] $Operation, [hashtable] $Parameter = @{}) {
    $header = (Get-SandboxHeader kms) + @{ 'X-Amz-Target' = "TrentService.$Operation" }
    Invoke-RestMethod $env:AWS_ENDPOINT_URL -Method Post -Headers $header -SkipHeaderValidation -ContentType 'application/x-amz-json-1.1' -Body ($Parameter | ConvertTo-Json)
}

# The delivered log files and digests of a bucket, each with its version.
function Get-SandboxLog([string] $BucketName) {
    $listing = [xml](Invoke-SandboxS3 GET "/$BucketName`?versions&prefix=AWSLogs/o-").Content
    $listing.ListVersionsResult.Version | Where-Object { $_.Key -notlike '*/' }
}
