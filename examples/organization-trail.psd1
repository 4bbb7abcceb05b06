# The wanted state of an organization's trail: Deploy-OrgTrail -Path examples/organization-trail.psd1
@{
    Name                  = 'acme'
    S3BucketName          = 'acme-audit'
    CreateBucket          = $true

    # All management events, and who reads and writes objects in S3. The trail's own bucket is left out: each delivery would
    # be an event, which is delivered again.
    AdvancedEventSelector = @(
        @{
            Name           = 'Management events selector'
            FieldSelectors = @{ Field = 'eventCategory'; Equals = 'Management' }
        }
        @{
            Name           = 'Objects in S3'
            FieldSelectors = @(
                @{ Field = 'eventCategory'; Equals = 'Data' }
                @{ Field = 'resources.type'; Equals = 'AWS::S3::Object' }
                @{ Field = 'resources.ARN'; NotStartsWith = 'arn:aws:s3:::acme-audit/' }
            )
        }
    )
    InsightSelector       = 'ApiCallRateInsight', 'ApiErrorRateInsight'

    Tag                   = @{ Team = 'security' }
}
