using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>
/// Finds the values that are added to a collection whose name says that it holds secrets: <c>Secrets["main"] = …</c>,
/// <c>ApiKeys.Add(…)</c>.
/// </summary>
internal sealed class CollectionSinks(SecretNames names)
{
    /// <summary>Determines whether a method adds an element to a collection.</summary>
    public static bool MayStore(IMethodSymbol method) => method is
    {
        Parameters.Length: > 0,
        Name: "Add" or "TryAdd" or "AddRange" or "Insert" or "UnionWith" or "Push" or "Enqueue" or "AddLast" or "AddFirst",
    };

    public SecretSink? Of(IInvocationOperation call) =>
        MayStore(call.TargetMethod) ? Into(call.Instance, call.Arguments[call.Arguments.Length - 1].Value) : null;

    public SecretSink? Of(IAssignmentOperation assignment) => assignment.Target switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: var collection } => Into(collection, assignment.Value),
        IArrayElementReferenceOperation { ArrayReference: var array } => Into(array, assignment.Value),
        _ => null,
    };

    private SecretSink? Into(IOperation? collection, IOperation value)
    {
        var name = collection switch
        {
            IMemberReferenceOperation member => member.Member.Name,
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            _ => "",
        };
        var isPlural = name.EndsWith("s", StringComparison.Ordinal) && NamedSinks.MayHoldText(value.Type);
        var classified = isPlural ? names.Of(name) : SecretName.None;
        return classified is SecretName.Secret or SecretName.Token
            ? SecretSink.Named(classified, $"an element of '{name}'", value, SinkStrength.Label)
            : null;
    }
}
