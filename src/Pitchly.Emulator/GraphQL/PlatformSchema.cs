using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;

namespace Pitchly.Emulator.GraphQL;

/// <summary>
/// Binds the fields of schema.graphql to their resolvers. One schema contains both generations, because their field names do not conflict.
/// </summary>
internal sealed class PlatformSchema(FieldResolvers fields, V1Fields v1, V2Fields v2, ChangeStreams streams)
{
    public ISchema Build()
    {
        using var stream = typeof(PlatformSchema).Assembly.GetManifestResourceStream("schema.graphql")!;
        using var reader = new StreamReader(stream);
        var schema = Schema.For(reader.ReadToEnd(), builder =>
        {
            v1.Bind(fields, builder.Types);
            v2.Bind(fields, builder.Types);
            streams.Bind(fields, builder.Types);
        });
        schema.RegisterType(new JsonScalar());
        (schema.Features.RepeatableDirectives, schema.Features.DeprecationOfInputValues) = (true, true);
        schema.Initialize();
        CompleteIntrospection(schema);
        return schema;
    }

    /// <summary>
    /// Adds two fields that the library's introspection lacks: the URL of a scalar's specification (GraphQL specification of 2021, section
    /// 4.2), which is always null here, and, for clients that request deprecated input values, the parameter <c>includeDeprecated</c> of a
    /// directive's arguments.
    /// </summary>
    private static void CompleteIntrospection(ISchema schema)
    {
        var types = schema.AllTypes;
        ((IObjectGraphType)types["__Type"]!).AddField(new FieldType
        {
            Name = "specifiedByURL",
            ResolvedType = types["String"],
            Resolver = new FuncFieldResolver<object>(_ => null),
        });
        ((IComplexGraphType)types["__Directive"]!).Fields.Find("args")!.Arguments =
            new QueryArguments(new QueryArgument(types["Boolean"]!) { Name = "includeDeprecated", DefaultValue = false });
    }
}
