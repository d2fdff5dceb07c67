using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Uses;

/// <summary>
/// A type that a <c>[JsonSerializable]</c> asks for and that the project's own code does not have, as no generator sees what another makes.
/// </summary>
/// <param name="Name">The type's name.</param>
/// <param name="Path">The path of the code.</param>
/// <param name="At">The place of the attribute's argument.</param>
internal sealed record ContextType(string Name, string Path, SourceRange At)
{
    public const string Attribute = "System.Text.Json.Serialization.JsonSerializableAttribute";

    /// <summary>Returns the unknown types of a context: those it names, and those of the members of the types that it names.</summary>
    public static EquatableArray<ContextType> Of(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var found = new List<ContextType>();
        foreach (var argument in context.Attributes
            .Select(attribute => TypeArgument(attribute, cancellationToken))
            .OfType<ExpressionSyntax>())
        {
            var unknown = new UnknownTypes(context.SemanticModel.Compilation.Assembly, cancellationToken);
            unknown.Add(context.SemanticModel.GetTypeInfo(argument, cancellationToken).Type);
            var span = argument.GetLocation().GetLineSpan();
            var at = new SourceRange(argument.SpanStart, argument.Span.Length, span.StartLinePosition, span.EndLinePosition);
            found.AddRange(unknown.Names.Select(name => new ContextType(name, span.Path, at)));
        }

        return found.ToEquatableArray();
    }

    /// <summary>Returns what to report if the types of schemas are among those that are unknown.</summary>
    public static EquatableArray<SchemaDiagnostic> Check(
        IEnumerable<EquatableArray<ContextType>> contexts, IReadOnlyCollection<(string Type, string Resolver)> emitted)
    {
        var resolvers = emitted.GroupBy(pair => pair.Type).ToDictionary(group => group.Key, group => group.First().Resolver);
        return contexts
            .SelectMany(types => types)
            .Where(type => resolvers.ContainsKey(type.Name))
            .Select(type => new SchemaDiagnostic(
                SchemaDescriptors.UnseenByContext, type.Path, type.At, new[] { type.Name, resolvers[type.Name] }.ToEquatableArray()))
            .ToEquatableArray();
    }

    private static ExpressionSyntax? TypeArgument(AttributeData attribute, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { ArgumentList.Arguments: var arguments }
            && arguments.Select(argument => argument.Expression).OfType<TypeOfExpressionSyntax>().FirstOrDefault() is { } typeOf
            ? typeOf.Type
            : null;
}
