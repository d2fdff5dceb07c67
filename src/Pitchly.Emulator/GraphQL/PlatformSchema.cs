using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;
using Pitchly.Emulator.OAuth;

namespace Pitchly.Emulator.GraphQL;

/// <summary>
/// Binds the fields of schema.graphql to their resolvers. One schema contains both generations, because their field names do not conflict.
/// </summary>
internal sealed class PlatformSchema(Callers callers, V1Fields v1, V2Fields v2, ChangeStreams streams)
{
    private readonly Lock _writes = new();

    public ISchema Build()
    {
        using var stream = typeof(PlatformSchema).Assembly.GetManifestResourceStream("schema.graphql")!;
        using var reader = new StreamReader(stream);
        var schema = Schema.For(reader.ReadToEnd(), builder =>
        {
            v1.Bind(this, builder.Types);
            v2.Bind(this, builder.Types);
            streams.Bind(this, builder.Types);
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

    /// <summary>Resolves a root field for callers with the given permission.</summary>
    public void Root(TypeConfig type, string field, AppAction permission, Func<Caller, IResolveFieldContext, object?> resolve) =>
        type.FieldFor(field).Resolver = new FuncFieldResolver<object>(context => resolve(Authorized(context, permission), context));

    /// <summary>
    /// Resolves a field that writes. Writes run sequentially, so that the rows that an upsert has found do not change before it writes.
    /// </summary>
    public void Write(TypeConfig type, string field, AppAction permission, Func<Caller, IResolveFieldContext, object?> resolve) =>
        type.FieldFor(field).Resolver = new FuncFieldResolver<object>(context =>
        {
            var caller = Authorized(context, permission);
            lock (_writes)
            {
                return resolve(caller, context);
            }
        });

    /// <summary>Resolves a field of an object.</summary>
    public static void Map<T>(TypeConfig type, string field, Func<T, object?> resolve) =>
        type.FieldFor(field).Resolver = new FuncFieldResolver<T, object>(context => resolve(context.Source));

    /// <returns>The caller.</returns>
    /// <exception cref="PitchlyFault">The caller is unknown or does not have the permission.</exception>
    public Caller Authorized(IResolveFieldContext context, AppAction permission)
    {
        var caller = CallContext.CallerOf(context, callers);
        return caller.Permissions.Contains(permission) ? caller : throw PitchlyFault.NoPermission();
    }
}
