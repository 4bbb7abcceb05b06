using OrgTrail.AwsClients.Generator.Models;

namespace OrgTrail.AwsClients.Generator.Sources;

/// <summary>The types whose values have names.</summary>
internal static class ConstantSource
{
    public static IEnumerable<string> Of(ServiceModel model) => model.Constants.Select(constant => Of(constant.Key, constant.Value));

    private static string Of(string name, IEnumerable<KeyValuePair<string, string>> values) => $$"""
        public sealed class {{name}} : ConstantClass
        {
        {{values.Each(value => $"/// <summary>{value.Value}</summary>\npublic static readonly {name} {value.Key} = new({value.Key.Quoted()});").Indented()}}

            /// <summary>Makes a value, also one that is not among the constants.</summary>
            public {{name}}(string value) : base(value) { }

            /// <summary>The constant with that value; a new object for a value that is not among the constants.</summary>
            public static {{name}} FindValue(string value) => FindValue<{{name}}>(value);

            /// <summary>The same as <see cref="FindValue(string)"/>.</summary>
            public static implicit operator {{name}}(string value) => FindValue(value);
        }
        """;
}
