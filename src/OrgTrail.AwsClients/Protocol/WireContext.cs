using System.Text.Json.Serialization;
using Amazon.CloudTrail.Model;
using Amazon.Organizations.Model;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>Every request and every response, one pair an operation. The types inside them follow by themselves.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter), typeof(Base64StreamConverter), typeof(ConstantConverter)])]
[JsonSerializable(typeof(AddTagsRequest))]
[JsonSerializable(typeof(AddTagsResponse))]
[JsonSerializable(typeof(CreateTrailRequest))]
[JsonSerializable(typeof(CreateTrailResponse))]
[JsonSerializable(typeof(DeleteTrailRequest))]
[JsonSerializable(typeof(DeleteTrailResponse))]
[JsonSerializable(typeof(DescribeTrailsRequest))]
[JsonSerializable(typeof(DescribeTrailsResponse))]
[JsonSerializable(typeof(GetTrailRequest))]
[JsonSerializable(typeof(GetTrailResponse))]
[JsonSerializable(typeof(GetTrailStatusRequest))]
[JsonSerializable(typeof(GetTrailStatusResponse))]
[JsonSerializable(typeof(ListTagsRequest))]
[JsonSerializable(typeof(ListTagsResponse))]
[JsonSerializable(typeof(ListTrailsRequest))]
[JsonSerializable(typeof(ListTrailsResponse))]
[JsonSerializable(typeof(RemoveTagsRequest))]
[JsonSerializable(typeof(RemoveTagsResponse))]
[JsonSerializable(typeof(StartLoggingRequest))]
[JsonSerializable(typeof(StartLoggingResponse))]
[JsonSerializable(typeof(StopLoggingRequest))]
[JsonSerializable(typeof(StopLoggingResponse))]
[JsonSerializable(typeof(UpdateTrailRequest))]
[JsonSerializable(typeof(UpdateTrailResponse))]
[JsonSerializable(typeof(DescribeOrganizationRequest))]
[JsonSerializable(typeof(DescribeOrganizationResponse))]
[JsonSerializable(typeof(DisableAWSServiceAccessRequest))]
[JsonSerializable(typeof(DisableAWSServiceAccessResponse))]
[JsonSerializable(typeof(EnableAWSServiceAccessRequest))]
[JsonSerializable(typeof(EnableAWSServiceAccessResponse))]
[JsonSerializable(typeof(EnableAllFeaturesRequest))]
[JsonSerializable(typeof(EnableAllFeaturesResponse))]
[JsonSerializable(typeof(ListAWSServiceAccessForOrganizationRequest))]
[JsonSerializable(typeof(ListAWSServiceAccessForOrganizationResponse))]
[JsonSerializable(typeof(ListAccountsRequest))]
[JsonSerializable(typeof(ListAccountsResponse))]
[JsonSerializable(typeof(ListDelegatedAdministratorsRequest))]
[JsonSerializable(typeof(ListDelegatedAdministratorsResponse))]
[JsonSerializable(typeof(ListHandshakesForOrganizationRequest))]
[JsonSerializable(typeof(ListHandshakesForOrganizationResponse))]
internal sealed partial class WireContext : JsonSerializerContext;
