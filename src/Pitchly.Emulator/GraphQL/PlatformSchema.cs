using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;
using Pitchly.Emulator.OAuth;

namespace Pitchly.Emulator.GraphQL;

/// <summary>Binds the fields of schema.graphql to what resolves them. One schema serves both generations, since no field of them
/// clashes.</summary>
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
    /// Adds what the library's introspection lacks: the address of a scalar's specification (specification of 2021, section 4.2), of which
    /// there is none here; and, for clients that ask for deprecated input values, those of directives.
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

    /// <summary>Resolves a field of the root, for whoever may.</summary>
    public void Root(TypeConfig type, string field, AppAction permission, Func<Caller, IResolveFieldContext, object?> resolve) =>
        type.FieldFor(field).Resolver = new FuncFieldResolver<object>(context => resolve(Authorized(context, permission), context));

    /// <summary>Resolves a field that writes, one at a time: what an upsert has looked for must still be so when it writes.</summary>
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

    /// <returns>Who calls.</returns>
    /// <exception cref="PitchlyFault">Nobody who may.</exception>
    public Caller Authorized(IResolveFieldContext context, AppAction permission)
    {
        var caller = CallContext.CallerOf(context, callers);
        return caller.Permissions.Contains(permission) ? caller : throw PitchlyFault.NoPermission();
    }
}
