using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>Reads the key of an entry, if the source contains it.</summary>
internal static class EntryKeys
{
    /// <summary>
    /// Returns the key of an assignment target: the last argument of an indexer, or the key of an entry that is returned by reference, as
    /// <c>CollectionsMarshal</c> does.
    /// </summary>
    public static string? OfTarget(IOperation target) => target switch
    {
        IPropertyReferenceOperation { Arguments: [.., var last] } => Of(last.Value),
        IInvocationOperation { TargetMethod.ReturnsByRef: true } entry => entry.Arguments.Select(argument => Of(argument.Value))
            .FirstOrDefault(key => key is not null),
        ILocalReferenceOperation { Local.IsRef: true } alias => InitializerOf(alias.Local, target.SemanticModel) is { } made
            ? OfTarget(made) : null,
        _ => UnresolvedSinks.KeyOf(target),
    };

    /// <summary>
    /// Returns a hard-coded string, also as UTF-8, as an XML name, in a variable that nothing else writes, or in a read-only field.
    /// </summary>
    public static string? Of(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: string key } } => key,
        IUtf8StringOperation utf8 => utf8.Value,
        IConversionOperation conversion => Of(conversion.Operand),
        ILocalReferenceOperation { Local: { IsRef: false, Type.SpecialType: SpecialType.System_String } local } => OfOnlyValue(local),
        IFieldReferenceOperation { Field: { IsReadOnly: true, Type.SpecialType: SpecialType.System_String } field } =>
            Literal(DeclarationOf(field)?.Initializer?.Value),
        _ => null,
    };

    private static string? OfOnlyValue(ILocalSymbol local) =>
        DeclarationOf(local) is { Initializer.Value: { } value } variable && Literal(value) is { } key
            && IsNeverWritten(local, variable)
            ? key
            : null;

    private static bool IsNeverWritten(ILocalSymbol local, VariableDeclaratorSyntax variable) =>
        MethodFlow.MemberAround(variable) is { } member && !Writes.AnyIn(member, local.Name);

    private static string? Literal(ExpressionSyntax? value) => (value as LiteralExpressionSyntax)?.Token.Value as string;

    private static IOperation? InitializerOf(ILocalSymbol local, SemanticModel? model) =>
        DeclarationOf(local)?.Initializer?.Value is RefExpressionSyntax alias ? model?.GetOperation(alias.Expression) : null;

    private static VariableDeclaratorSyntax? DeclarationOf(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as VariableDeclaratorSyntax;
}
