using GraphQL.Resolvers;
using GraphQL.Utilities;
using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.GraphQL;

/// <summary>v1's subscriptions. Nothing is sent at the start of a subscription; changes are sent as they occur.</summary>
internal sealed class ChangeStreams(Storage storage, V1Fields v1)
{
    public void Bind(FieldResolvers fields, TypeSettings types)
    {
        var subscription = types.For("Subscription");
        Stream(subscription, "dataRowsChanged", new SourceStreamResolver<IReadOnlyList<Row>>(context =>
        {
            var id = v1.DatabaseOf(fields.Authorized(context, AppAction.ReadData), context, "databaseId").Id;
            return new EventStream<IReadOnlyList<Row>>(next =>
            {
                void OnChanged(Database database, IReadOnlyList<Row> rows)
                {
                    if (database.Id == id)
                    {
                        next(rows);
                    }
                }

                storage.RowsChanged += OnChanged;
                return () => storage.RowsChanged -= OnChanged;
            });
        }));
        Stream(subscription, "databaseUpdated", new SourceStreamResolver<Database>(context =>
        {
            var id = v1.DatabaseOf(fields.Authorized(context, AppAction.ReadData), context, "id").Id;
            return new EventStream<Database>(next =>
            {
                void OnChanged(Database database)
                {
                    if (database.Id == id)
                    {
                        next(database);
                    }
                }

                storage.DatabaseChanged += OnChanged;
                return () => storage.DatabaseChanged -= OnChanged;
            });
        }));
    }

    private static void Stream(TypeConfig type, string field, ISourceStreamResolver stream)
    {
        type.FieldFor(field).StreamResolver = stream;
        type.FieldFor(field).Resolver = new FuncFieldResolver<object>(context => context.Source);
    }
}

/// <summary>An event as an observable, as the GraphQL library requires.</summary>
/// <param name="subscribe">Subscribes to the event and returns an action that unsubscribes.</param>
internal sealed class EventStream<T>(Func<Action<T>, Action> subscribe) : IObservable<T>
{
    public IDisposable Subscribe(IObserver<T> observer) => new Subscription(subscribe(observer.OnNext));

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
