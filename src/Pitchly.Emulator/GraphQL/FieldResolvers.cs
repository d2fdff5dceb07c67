using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Utilities;
using Pitchly.Emulator.OAuth;

namespace Pitchly.Emulator.GraphQL;

/// <summary>Sets the resolvers of fields. The resolvers of root fields check the caller's permission.</summary>
internal sealed class FieldResolvers(Callers callers)
{
    private readonly Lock _writes = new();

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
