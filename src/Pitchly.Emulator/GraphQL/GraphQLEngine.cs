using System.Collections.Concurrent;
using GraphQL;
using GraphQL.Transport;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Pitchly.Emulator.GraphQL;

/// <summary>Executes documents. Each document is parsed, checked against the limits and validated once, and then cached.</summary>
internal sealed class GraphQLEngine(PlatformSchema schema)
{
    private const int MaximumCached = 500;

    private readonly ISchema _schema = schema.Build();
    private readonly DocumentExecuter _executer = new();
    private readonly ConcurrentDictionary<string, PreparedQuery> _cache = new(StringComparer.Ordinal);

    /// <exception cref="PitchlyFault">The document exceeds the limits.</exception>
    public async Task<ExecutionResult> ExecuteAsync(GraphQLRequest request, CallContext context, CancellationToken cancellationToken)
    {
        var prepared = Prepare(request.Query!);
        if (prepared.Problem is { } problem)
        {
            throw PitchlyFault.BadRequest(problem);
        }

        var result = await _executer.ExecuteAsync(options =>
        {
            options.Schema = _schema;
            options.Query = request.Query;
            options.Document = prepared.Document;
            options.ValidationRules = prepared.IsValid ? [] : null;
            options.OperationName = request.OperationName;
            options.Variables = request.Variables;
            options.UserContext = context;
            options.CancellationToken = cancellationToken;
        });
        prepared.IsValid |= result.Executed;
        return result;
    }

    private PreparedQuery Prepare(string query)
    {
        if (_cache.TryGetValue(query, out var cached))
        {
            return cached;
        }

        var (document, problem) = QueryLimits.Read(query);
        var prepared = new PreparedQuery(document, problem);
        if (_cache.Count >= MaximumCached)
        {
            _cache.Clear();
        }

        _cache[query] = prepared;
        return prepared;
    }

    private sealed class PreparedQuery(GraphQLDocument? document, string? problem)
    {
        /// <summary>
        /// Gets the document, or <see langword="null"/> if it can't be parsed. In that case the GraphQL library reports the error.
        /// </summary>
        public GraphQLDocument? Document { get; } = document;

        public string? Problem { get; } = problem;

        public bool IsValid { get; set; }
    }
}
