using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>
/// Reads values that are written in the source: literals, the names of enumeration members, and constants of other projects.
/// </summary>
internal sealed class Constants : IStep
{
    public StepResult? Trace(Place place, IWalk walk) =>
        place.Path.IsEmpty && Read(place.Operation, walk) is { } text ? StepResult.OfTexts(() => [text]) : null;

    private static TextValue? Read(IOperation operation, IWalk walk) => operation switch
    {
        INameOfOperation => TextValue.Unknown,
        IUtf8StringOperation { Value: { } utf8 } => TextValue.Of(utf8, operation.Syntax),
        ILiteralOperation literal => Of(literal.ConstantValue.Value, literal.Syntax),
        IFieldReferenceOperation { Field: { HasConstantValue: true, ContainingType.TypeKind: TypeKind.Enum } named } =>
            TextValue.Of(named.Name, operation.Syntax),
        IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } => TextValue.Empty,
        IFieldReferenceOperation { Field: { IsConst: true, HasConstantValue: true } field } =>
            walk.DeclarationOf(field) is null ? Of(field.ConstantValue, operation.Syntax) : null,
        IMemberReferenceOperation { Instance: null, Member: { IsStatic: true } member } when walk.DeclarationOf(member) is null =>
            walk.Program.Referenced.TextOf(member, walk.CancellationToken) is { } text ? TextValue.Of(text, operation.Syntax) : null,
        ILocalReferenceOperation or IConversionOperation or IBinaryOperation or IInterpolatedStringOperation => null,
        { ConstantValue: { HasValue: true, Value: string or char } constant } => Of(constant.Value, operation.Syntax),
        _ => null,
    };

    private static TextValue Of(object? value, SyntaxNode syntax) => value switch
    {
        null or "" => TextValue.Empty,
        bool => TextValue.Unknown,
        string text => TextValue.Of(text, syntax),
        char one => TextValue.Of(one.ToString(), syntax),
        byte or int or short or long or uint or sbyte when Convert.ToInt64(value) is > 0 and < 128 and var code =>
            TextValue.Of(((char)code).ToString(), syntax),
        _ => TextValue.Transformed(ImmutableArray.Create(syntax)),
    };
}
