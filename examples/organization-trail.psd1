# The wanted state of an organization's trail: Deploy-OrgTrail -Path examples/organization-trail.psd1
@{
    Name                  = 'acme'
    S3BucketName          = 'acme-audit'
    CreateBucket          = $true

    # All management events, and who reads and writes objects in S3.
    AdvancedEventSelector = @(
        @{
            Name           = 'Management events selector'
            FieldSelectors = @{ Field = 'eventCategory'; Equals = 'Management' }
        }
        @{
            Name           = 'Objects in S3'
            FieldSelectors = @{ Field = 'eventCategory'; Equals = 'Data' }, @{ Field = 'resources.type'; Equals = 'AWS::S3::Object' }
        }
    )
    InsightSelector       = 'ApiCallRateInsight', 'ApiErrorRateInsight'

    Tag                   = @{ Team = 'security' }
}
