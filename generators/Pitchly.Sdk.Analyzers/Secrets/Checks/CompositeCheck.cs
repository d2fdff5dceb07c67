using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow;
using Pitchly.Analyzers.Secrets.Flow.Source;
using Pitchly.Analyzers.Secrets.Sinks;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Checks;

/// <summary>Finds secrets in strings that are built from pieces: by their shape, or after a key that expects a secret.</summary>
internal readonly struct CompositeCheck(BodyContext body)
{
    /// <summary>Checks a concatenation by its constant value, and by the operands that end in a key that expects a secret.</summary>
    [MethodImpl(Hot.Path)]
    public void Check(IBinaryOperation sum)
    {
        if (!IsConcatenation(sum) || sum.Parent is IBinaryOperation parent && IsConcatenation(parent))
        {
            return;
        }

        CheckConstant(sum);
        if (AnyOperandExpectsSecret(sum))
        {
            CheckPieces(sum);
        }
    }

    [MethodImpl(Hot.Path)]
    public void Check(IInterpolatedStringOperation interpolated)
    {
        CheckConstant(interpolated);
        foreach (var part in interpolated.Parts)
        {
            if (ExpectsSecret(part))
            {
                CheckPieces(interpolated);
                break;
            }
        }
    }

    /// <summary>Determines whether a method may build a string from its receiver or arguments.</summary>
    public static bool BuildsString(IMethodSymbol method) => method.Name switch
    {
        "Concat" or "Join" or "Format" or "Replace" or ".ctor" => method.ContainingType?.SpecialType == SpecialType.System_String,
        "ToString" => KnownFunctions.IsBuilder(method.ContainingType),
        "GetString" => IsEncoding(method.ContainingType),
        _ => false,
    };

    [MethodImpl(Hot.Path)]
    public void Check(IInvocationOperation call)
    {
        switch (call.TargetMethod.Name)
        {
            case "Concat" or "Join" or "Format" or "Replace"
                when call.TargetMethod.ContainingType?.SpecialType == SpecialType.System_String:
                if (AnyArgumentExpectsSecret(call))
                {
                    CheckPieces(call);
                }
                else if (call.TargetMethod.Name is "Concat" or "Join")
                {
                    Characters(call);
                }

                break;
            case "ToString" when KnownFunctions.IsBuilder(call.TargetMethod.ContainingType):
                if (MethodFlow.MemberAround(call.Syntax) is { } member && TextSinks.MayHold(member.ToString()))
                {
                    CheckPieces(call);
                }

                break;
            case "GetString" when IsEncoding(call.TargetMethod.ContainingType):
                Characters(call);
                break;
        }
    }

    private static bool IsEncoding(ITypeSymbol? type) => type?.Name is "Encoding" or "UTF8Encoding" or "ASCIIEncoding";

    private static bool IsConcatenation(IBinaryOperation operation) =>
        operation is { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String };

    /// <summary>Checks whether a string that is built from single characters or bytes has the shape of a secret.</summary>
    [MethodImpl(Hot.Path)]
    public void Characters(IOperation operation)
    {
        if (IsCallWithConstants(operation) || IsStringOfCharacters(operation))
        {
            CheckShape(operation);
        }
    }

    private static bool IsCallWithConstants(IOperation operation) =>
        operation is IInvocationOperation call && call.Arguments.All(argument => IsConstant(argument.Value));

    private static bool IsStringOfCharacters(IOperation operation) =>
        operation is IObjectCreationOperation { Type.SpecialType: SpecialType.System_String, Arguments: [{ Value: var characters }] }
            && IsCollection(characters);

    private static bool IsCollection(IOperation characters) =>
        characters is IArrayCreationOperation or ICollectionExpressionOperation
            or IConversionOperation { Operand: ICollectionExpressionOperation };

    private static bool IsConstant(IOperation value) => value switch
    {
        IConversionOperation conversion => IsConstant(conversion.Operand),
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.All(IsConstant),
        ICollectionExpressionOperation expression => expression.Elements.All(IsConstant),
        IInvocationOperation { TargetMethod.Name: "FromBase64String" or "FromHexString", Arguments: [var inner] } =>
            IsConstant(inner.Value),
        _ => value.ConstantValue.HasValue,
    };

    private void CheckConstant(IOperation operation)
    {
        if (operation.ConstantValue is not { HasValue: true, Value: string text })
        {
            return;
        }

        if (text.Length >= SecretShape.Length && SecretShape.Of(text) != ShapeKind.None)
        {
            CheckShape(operation);
        }
        else if (KnownToken.Find(text) is { Length: > 0 } known)
        {
            var value = body.NewWalk(operation).Texts(new Place(operation))[0];
            body.Findings.Secret(value.Sources.IsEmpty ? [operation.Syntax]
                : value.Sources, operation.Syntax, known.Description, false, SinkStrength.Named);
        }
        else if (TextSinks.MayHold(text))
        {
            CheckPieces(operation);
        }
    }

    private void CheckShape(IOperation operation)
    {
        foreach (var value in body.NewWalk(operation).Texts(new Place(operation)))
        {
            if (value.Sources.Length > 0 && value.Text is { } text && SecretShape.Of(text) is not ShapeKind.None and var shape)
            {
                body.Findings.Shape(value.Sources, null, operation.Syntax, shape);
            }
        }
    }

    private bool AnyArgumentExpectsSecret(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (ExpectsSecret(argument.Value) || argument.Value is IArrayCreationOperation { Initializer: { } elements }
                && elements.ElementValues.Any(ExpectsSecret))
            {
                return true;
            }
        }

        return false;
    }

    private bool ExpectsSecret(IOperation? part) => part switch
    {
        null => false,
        IInterpolatedStringTextOperation text => ExpectsSecret(text.Text),
        IConversionOperation conversion => ExpectsSecret(conversion.Operand),
        _ => part.ConstantValue is { HasValue: true, Value: string text } && TextExpectsSecret(text),
    };

    private bool TextExpectsSecret(string text) =>
        TextSinks.HasSecretWord(text) && (body.Checks.InText.EndsInKey(text) || text.IndexOf('{') >= 0);

    private bool AnyOperandExpectsSecret(IOperation operation)
    {
        for (; operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum; operation = sum.LeftOperand)
        {
            if (AnyOperandExpectsSecret(sum.RightOperand))
            {
                return true;
            }
        }

        return ExpectsSecret(operation);
    }

    /// <summary>
    /// Combines the pieces of the string, with a hole for each unknown one, and looks for values that consist entirely of literals.
    /// </summary>
    private void CheckPieces(IOperation operation)
    {
        foreach (var value in body.NewWalk(operation, withHoles: true).Texts(new Place(operation)))
        {
            var text = new StringBuilder();
            var starts = new List<int>();
            foreach (var piece in value.Pieces)
            {
                starts.Add(text.Length);
                text.Append(piece.Text ?? TextSinks.Hole.ToString());
            }

            foreach (var (start, length, key, isToken) in body.Checks.InText.Find(text.ToString()))
            {
                ImmutableArray<SyntaxNode> literals =
                [
                    .. value.Pieces
                        .Where((piece, index) =>
                            piece.Text is { Length: > 0 } && starts[index] < start + length && starts[index] + piece.Text.Length > start)
                        .SelectMany(piece => piece.Sources)
                        .Distinct(),
                ];
                if (literals.Length > 0)
                {
                    body.Findings.Secret(literals, operation.Syntax, $"the value of '{key}' inside a string", isToken, SinkStrength.Named);
                }
            }
        }
    }
}
