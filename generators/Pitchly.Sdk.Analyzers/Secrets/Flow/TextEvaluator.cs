using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>Finds the texts that an expression may be, as far as they stand in the source.</summary>
internal sealed class TextEvaluator(SourceProgram program, bool withHoles, CancellationToken cancellationToken)
{
    /// <summary>What one value may be: a method that many call gets as many.</summary>
    private const int MaximumValues = 256;

    private const int MaximumDepth = 24;

    private readonly OriginFinder _origins = new(program, cancellationToken);
    private int _depth;

    public ImmutableArray<TextValue> Evaluate(IOperation? operation, Frame? frame = null)
    {
        if (operation is null || _depth > MaximumDepth)
        {
            return [TextValue.Unknown];
        }

        _depth++;
        try
        {
            var found = ImmutableArray.CreateBuilder<TextValue>();
            foreach (var origin in _origins.Find(operation, frame))
            {
                found.AddRange(OfOrigin(origin));
                if (found.Count >= MaximumValues)
                {
                    break;
                }
            }

            return found.Count == 0 ? [TextValue.Unknown] : found.ToImmutable();
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>The values of the elements of a collection.</summary>
    public ImmutableArray<ImmutableArray<TextValue>> EvaluateElements(IOperation? collection, Frame? frame = null) =>
        [.. _origins.Elements(collection, frame).Select(element => Evaluate(element.Operation, element.Frame))];

    private ImmutableArray<TextValue> OfOrigin(Origin origin)
    {
        var (operation, frame) = (origin.Operation, origin.Frame);
        switch (operation)
        {
            case INameOfOperation:
                return [TextValue.Unknown];
            case ILocalReferenceOperation local when Fillings.Of(local, program, cancellationToken) is { IsEmpty: false } put:
                return [TextValue.Concat(put.Select(value => Evaluate(value, frame)[0])).Map(_ => null)];
            case IUtf8StringOperation { Value: { } utf8 }:
                return [TextValue.Of(utf8, operation.Syntax)];
            case ILiteralOperation literal:
                return [OfConstant(literal.ConstantValue.Value, literal.Syntax)];
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when IsText(sum):
                return Combine(Each(frame, sum.LeftOperand, sum.RightOperand));
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } appended:
                return Combine(Each(frame, appended.Target, appended.Value));
            case IInterpolatedStringOperation interpolated:
                return Combine(interpolated.Parts.Select(part => OfPart(part, frame)));
            case IFieldReferenceOperation { Field: { HasConstantValue: true, ContainingType.TypeKind: TypeKind.Enum } named }:
                return [TextValue.Of(named.Name, operation.Syntax)];
            case IFieldReferenceOperation { Field: { IsConst: true, HasConstantValue: true } field } reference when field.DeclaringSyntaxReferences.IsEmpty:
                return [OfConstant(field.ConstantValue, reference.Syntax)];
            case IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } }:
                return [TextValue.Empty];
            case IArrayCreationOperation or IArrayInitializerOperation or ICollectionExpressionOperation:
                return Combine(_origins.Elements(operation, frame).Select(element => Evaluate(element.Operation, element.Frame)));
            case IObjectCreationOperation creation:
                return OfCreation(creation, frame);
            case IInvocationOperation invocation:
                return OfInvocation(invocation, frame);
            case IPropertyReferenceOperation { Instance: { Type: { } parsed } read } when KnownFunctions.IsParsed(parsed):
                return [.. Evaluate(read, frame).Select(value => value.Map(_ => null))];
            case IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true }:
                return OfElement(operation, frame);
            case IImplicitIndexerReferenceOperation { Instance: { } indexed }:
                return [.. Evaluate(indexed, frame).Select(value => value.Map(_ => null))];
            case { Kind: OperationKind.None, Syntax: StackAllocArrayCreationExpressionSyntax { Initializer: { } elements } }:
                return Combine([.. elements.Expressions.Select(element => Evaluate(program.OperationOf(element, cancellationToken), frame))]);
            case IUnaryOperation { Operand: { } operand }:
                return Evaluate(operand, frame).Select(value => value.Map(_ => null)).ToImmutableArray();
            case IBinaryOperation binary:
                return Transformed([binary.LeftOperand, binary.RightOperand], frame);
            case IConversionOperation { OperatorMethod: not null } conversion:
                return Evaluate(conversion.Operand, frame);
            case IConversionOperation conversion when conversion.Type?.SpecialType is SpecialType.System_Char or SpecialType.System_Byte:
                return Evaluate(conversion.Operand, frame);
            default:
                return operation.ConstantValue is { HasValue: true, Value: string or char } constant && operation is not INameOfOperation
                    ? [OfConstant(constant.Value, operation.Syntax)]
                    : [TextValue.Unknown];
        }
    }

    private static bool IsText(IBinaryOperation sum) => sum.Type?.SpecialType is SpecialType.System_String or SpecialType.System_Object || sum.Type?.Name is "ReadOnlySpan";

    private static TextValue OfConstant(object? value, SyntaxNode syntax) => value switch
    {
        string text => TextValue.Of(text, syntax),
        char one => TextValue.Of(one.ToString(), syntax),
        byte or int or short or long or uint or sbyte when Convert.ToInt64(value) is > 0 and < 128 and var code => TextValue.Of(((char)code).ToString(), syntax),
        null => TextValue.Empty,
        _ => TextValue.Transformed([syntax]),
    };

    private ImmutableArray<TextValue> OfPart(IInterpolatedStringContentOperation part, Frame? frame) => part switch
    {
        IInterpolatedStringTextOperation { Text: ILiteralOperation { ConstantValue.Value: string text } } => [TextValue.Of(Unescape(text, part), part.Syntax)],
        IInterpolationOperation interpolation => Evaluate(interpolation.Expression, frame),
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [var value, ..] } } => Evaluate(value.Value, frame),
        _ => [TextValue.Unknown],
    };

    private IEnumerable<ImmutableArray<TextValue>> Each(Frame? frame, params IOperation[] operations) => operations.Select(operation => Evaluate(operation, frame));

    private static string Unescape(string text, IOperation part) => part.Syntax is InterpolatedStringTextSyntax syntax ? syntax.TextToken.ValueText : text;

    /// <summary>Every way to put one of each together, as long as they are few. A part that is not known makes the whole unknown, unless holes are asked for.</summary>
    private ImmutableArray<TextValue> Combine(IEnumerable<ImmutableArray<TextValue>> parts)
    {
        var ways = ImmutableArray.Create(TextValue.Empty);
        foreach (var part in parts)
        {
            if (!withHoles && part.All(value => value.Pieces.Any(piece => piece.Kind == PieceKind.Unknown)))
            {
                return [TextValue.Unknown];
            }

            ways = ways.Length * part.Length <= MaximumValues
                ? [.. ways.SelectMany(_ => part, (way, next) => TextValue.Concat([way, next]))]
                : [.. ways.Select(way => TextValue.Concat([way, part[0]]))];
        }

        return ways;
    }

    private ImmutableArray<TextValue> OfCreation(IObjectCreationOperation creation, Frame? frame)
    {
        var arguments = creation.Arguments;
        if (creation.Type?.SpecialType == SpecialType.System_String)
        {
            return arguments.Length switch
            {
                0 => [TextValue.Empty],
                2 when arguments[1].Value.ConstantValue is { HasValue: true, Value: int count } => [.. Evaluate(arguments[0].Value, frame).Select(value => value.Map(text => count is >= 0 and < 256 ? string.Concat(Enumerable.Repeat(text, count)) : null))],
                3 => [.. Evaluate(arguments[0].Value, frame).Select(value => value.Map(text => Slice(text, Constant(arguments[1].Value), Constant(arguments[2].Value))))],
                _ => Evaluate(arguments[0].Value, frame),
            };
        }

        return KnownFunctions.IsWrapper(creation.Type)
            ? arguments.Length == 0 || KnownFunctions.IsBuilder(creation.Type) && arguments[0].Value.Type?.SpecialType != SpecialType.System_String ? [TextValue.Empty] : OfWrapped(arguments[0].Value, frame)
            : EvaluateElements(creation, frame) is { IsEmpty: false } elements && IsTextual(creation.Type) ? Combine(elements) : [TextValue.Unknown];
    }

    private static bool IsTextual(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Char or SpecialType.System_Byte or SpecialType.System_String }] };

    /// <summary>A lazy value's lambda counts as what it returns.</summary>
    private ImmutableArray<TextValue> OfWrapped(IOperation value, Frame? frame) =>
        value is IDelegateCreationOperation { Target: var target } && (target is IAnonymousFunctionOperation lambda ? lambda.Symbol : (target as IMethodReferenceOperation)?.Method) is { } function && _origins.BodyOf(function) is { } body
            ? [.. Returns.Of(body).SelectMany(one => Evaluate(program.OperationOf(one, cancellationToken), frame))]
            : Evaluate(value, frame);

    private ImmutableArray<TextValue> OfInvocation(IInvocationOperation invocation, Frame? frame)
    {
        var method = invocation.TargetMethod;
        if (!KnownFunctions.IsPure(method))
        {
            return [TextValue.Unknown];
        }

        if (KnownFunctions.IsBuilder(method.ContainingType))
        {
            return new BuilderEvaluator(this, program, cancellationToken).Evaluate(invocation, frame);
        }

        var values = ValuesOf(invocation);
        return (method.ContainingType.Name, method.Name) switch
        {
            ("String", "Concat") => Combine(values.SelectMany(value => Parts(value, frame))),
            ("String", "Join") => Join(values, frame),
            ("String", "Format") => Format(values, frame),
            ("String", "Create") when values.OfType<IInterpolatedStringHandlerCreationOperation>().FirstOrDefault() is { } handler => Evaluate(handler.Content, frame),
            ("String", "Create") => Transformed([.. values], frame),
            ("Enumerable", "Concat" or "Append" or "Prepend" or "Union") => Combine(Each(frame, values[0], values[1])),
            ("Enumerable", "Repeat") => Evaluate(values[0], frame),
            _ when values.Count == 0 => [TextValue.Unknown],
            _ => Apply(invocation, values, frame),
        };
    }

    /// <summary>The receiver, if any, and the arguments that are written down.</summary>
    private static List<IOperation> ValuesOf(IInvocationOperation invocation)
    {
        var values = invocation.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue).Select(argument => argument.Value);
        return invocation.Instance is { } instance && !IsEncoding(instance.Type) ? [instance, .. values] : [.. values];
    }

    private static bool IsEncoding(ITypeSymbol? type) => type?.Name.EndsWith("Encoding", StringComparison.Ordinal) == true || type?.Name is "Regex" or "UrlEncoder";

    private IEnumerable<ImmutableArray<TextValue>> Parts(IOperation value, Frame? frame) =>
        value.Type is IArrayTypeSymbol { ElementType.SpecialType: not (SpecialType.System_Char or SpecialType.System_Byte) } || value is ICollectionExpressionOperation || value.Type is INamedTypeSymbol { IsGenericType: true, Name: "IEnumerable" or "List" or "ReadOnlySpan", TypeArguments: [{ SpecialType: not SpecialType.System_Char }] }
            ? EvaluateElements(value, frame) is { IsEmpty: false } elements ? elements : [[TextValue.Unknown]]
            : [Evaluate(value, frame)];

    public ImmutableArray<TextValue> Join(List<IOperation> values, Frame? frame)
    {
        var separator = Evaluate(values[0], frame);
        var parts = ImmutableArray.CreateBuilder<ImmutableArray<TextValue>>();
        foreach (var part in values.Skip(1).SelectMany(value => Parts(value, frame)))
        {
            if (parts.Count > 0)
            {
                parts.Add([separator[0].Map(text => text) is { Text: { } text } ? TextValue.Of(text) : TextValue.Unknown]);
            }

            parts.Add(part);
            if (!withHoles && part.All(value => value.Pieces.Any(piece => piece.Kind == PieceKind.Unknown)))
            {
                return [TextValue.Unknown];
            }
        }

        return Combine(parts.ToImmutable());
    }

    public ImmutableArray<TextValue> Format(List<IOperation> values, Frame? frame)
    {
        var rest = values[0].Type?.SpecialType == SpecialType.System_String ? values : [.. values.Skip(1)];
        var arguments = rest.Skip(1).SelectMany(value => Parts(value, frame)).ToList();
        return [.. Evaluate(rest[0], frame).SelectMany(format => format.Text is { } text ? Combine(FormatParts(text, format.Sources, arguments)) : [TextValue.Unknown])];
    }

    private static ImmutableArray<ImmutableArray<TextValue>> FormatParts(string text, ImmutableArray<SyntaxNode> sources, List<ImmutableArray<TextValue>> arguments)
    {
        var parts = ImmutableArray.CreateBuilder<ImmutableArray<TextValue>>();
        var start = 0;
        for (var open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{', start))
        {
            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            AddText(text.Substring(start, open - start));
            var index = text.Substring(open + 1, close - open - 1).Split(',', ':')[0];
            parts.Add(int.TryParse(index, out var number) && number < arguments.Count ? arguments[number] : [TextValue.Unknown]);
            start = close + 1;
        }

        AddText(text.Substring(start));
        return parts.ToImmutable();

        void AddText(string piece)
        {
            if (piece.Length > 0)
            {
                parts.Add([TextValue.Of(piece, sources)]);
            }
        }
    }

    /// <summary>A function of text alone: done if it is known how, and else noted as made of literals.</summary>
    private ImmutableArray<TextValue> Apply(IInvocationOperation invocation, List<IOperation> values, Frame? frame)
    {
        var name = invocation.TargetMethod.Name;
        if (values.Skip(1).All(value => value is IDelegateCreationOperation function ? IsOfLiterals(function, frame) : IsKnown(value, frame) || value.Type?.TypeKind == TypeKind.Enum || IsEncoding(value.Type) || value.Type?.Name is "CultureInfo" or "IFormatProvider"))
        {
            return [.. Evaluate(values[0], frame).Select(value => value.Map(text => TextFunctions.Apply(name, text, [.. values.Skip(1).Select(Constant)])))];
        }

        return [TextValue.Unknown];
    }

    private bool IsKnown(IOperation value, Frame? frame) => !Evaluate(value, frame).Any(one => one.Pieces.Any(piece => piece.Kind == PieceKind.Unknown));

    /// <summary>Whether a function makes its result of what it is given and of literals alone: it captures no other text, and asks nothing of the world.</summary>
    private bool IsOfLiterals(IDelegateCreationOperation function, Frame? frame) => function.Target switch
    {
        IMethodReferenceOperation method => IsOwnOrPure(method.Method),
        IAnonymousFunctionOperation lambda => lambda.Body.Descendants().All(part => part switch
        {
            IInvocationOperation call => IsOwnOrPure(call.TargetMethod),
            IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } => true,
            ILocalReferenceOperation { Local: { } local } when local.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration && lambda.Syntax.Span.Contains(declaration.Span) => true,
            ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } => part.ConstantValue.HasValue || !HoldsText(part.Type) || IsKnown(part, frame),
            _ => true,
        }),
        _ => true,
    };

    private bool IsOwnOrPure(IMethodSymbol method) => KnownFunctions.IsPure(method) || method.MethodKind == MethodKind.DelegateInvoke || _origins.BodyOf(method) is not null;

    private static bool HoldsText(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String || type is IArrayTypeSymbol or INamedTypeSymbol { IsGenericType: true };

    private ImmutableArray<TextValue> Transformed(ImmutableArray<IOperation> values, Frame? frame)
    {
        var parts = values.SelectMany(value => Evaluate(value, frame)).ToList();
        return parts.Any(part => part.Pieces.Any(piece => piece.Kind == PieceKind.Unknown)) ? [TextValue.Unknown] : [TextValue.Transformed([.. parts.SelectMany(part => part.Sources)])];
    }

    private ImmutableArray<TextValue> OfElement(IOperation operation, Frame? frame)
    {
        var (source, index) = operation switch
        {
            IArrayElementReferenceOperation { Indices.Length: 1 } element => (element.ArrayReference, element.Indices[0]),
            IPropertyReferenceOperation { Arguments.Length: 1 } indexer => (indexer.Instance, indexer.Arguments[0].Value),
            _ => (null, null),
        };
        if (source?.Type is null)
        {
            return [TextValue.Unknown];
        }

        if (Constant(index) is not int at)
        {
            return operation is IArrayElementReferenceOperation or IPropertyReferenceOperation { Instance.Type.SpecialType: SpecialType.System_String } && operation.Type?.SpecialType is SpecialType.System_Char or SpecialType.System_Byte
                ? [.. Evaluate(source, frame).Select(value => value.Map(_ => null))]
                : OfMade(source, frame);
        }

        if (_origins.Find(source, frame) is [{ Operation: IInvocationOperation { TargetMethod: { Name: "Split", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } split, Arguments: [var separator, ..] }, Frame: var inside }])
        {
            return [.. Evaluate(split, inside).Select(value => value.Map(text => TextFunctions.SplitAt(text, Constant(separator.Value), at)))];
        }

        return source.Type.SpecialType == SpecialType.System_String
            ? [.. Evaluate(source, frame).Select(value => value.Map(text => at >= 0 && at < text.Length ? text[at].ToString() : null))]
            : OfMade(source, frame);
    }

    /// <summary>An element of what functions make of literals.</summary>
    private ImmutableArray<TextValue> OfMade(IOperation collection, Frame? frame) =>
        [.. _origins.Find(collection, frame).SelectMany(origin => origin.Operation is IInvocationOperation made ? OfInvocation(made, origin.Frame) : [TextValue.Unknown]).Select(value => value.Map(_ => null))];

    private static object? Constant(IOperation? operation) => operation is { ConstantValue: { HasValue: true, Value: { } value } }
        ? value
        : operation is IConversionOperation conversion ? Constant(conversion.Operand) : null;

    private static string? Slice(string text, object? start, object? length) =>
        start is int from && length is int count && from >= 0 && count >= 0 && from + count <= text.Length ? text.Substring(from, count) : null;
}
