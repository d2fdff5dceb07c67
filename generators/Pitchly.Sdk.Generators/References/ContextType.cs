using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.References;

/// <summary>
/// A type that a <c>[JsonSerializable]</c> attribute refers to and that the project's own code does not declare. A source generator does
/// not see the output of other generators.
/// </summary>
/// <param name="Name">The type's name.</param>
/// <param name="Path">The path of the source file.</param>
/// <param name="At">The location of the attribute's argument.</param>
internal sealed record ContextType(string Name, string Path, SourceRange At)
{
    public const string Attribute = "System.Text.Json.Serialization.JsonSerializableAttribute";

    /// <summary>Returns the unknown types of a context: the types that it names, and the types of the members of those types.</summary>
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

    /// <summary>Returns a diagnostic for each unknown type that is generated from a schema.</summary>
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
