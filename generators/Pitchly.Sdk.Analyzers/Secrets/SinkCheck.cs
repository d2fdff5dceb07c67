using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Flow;
using Pitchly.Analyzers.Secrets.Flow.Source;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Sinks;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets;

/// <summary>Follows what comes to a sink back to its literals, and reports those that are secrets.</summary>
internal sealed class SinkCheck(TreeChecks checks, SourceProgram program, SecretReporter reporter, OperationBlockAnalysisContext context)
{
    private CancellationToken CancellationToken => context.CancellationToken;

    [MethodImpl(Hot.Path)]
    public void Sink(SecretSink? sink)
    {
        if (sink is null || IsPlainlySafe(sink.Value))
        {
            return;
        }

        foreach (var value in ValuesOf(sink.Value))
        {
            Report(sink, value);
        }
    }

    /// <summary>What a method returns of its own; what callers give it is theirs.</summary>
    [MethodImpl(Hot.Path)]
    public void Returned(SecretSink? sink, IMethodSymbol? method)
    {
        if (sink is null || IsPlainlySafe(sink.Value))
        {
            return;
        }

        var frame = method is { Parameters.IsEmpty: false } ? new Frame(method, [], null, null) : null;
        foreach (var value in NewWalk(sink.Value).Texts(new Place(sink.Value, frame)))
        {
            Report(sink, value);
        }
    }

    [MethodImpl(Hot.Path)]
    public void Assignment(ISimpleAssignmentOperation assignment)
    {
        if (checks.Named.Of(assignment) is { } sink && !IsDead(assignment.Target, assignment.Value))
        {
            Sink(sink);
        }
    }

    [MethodImpl(Hot.Path)]
    public void Declarator(IVariableDeclaratorOperation declarator)
    {
        if (checks.Named.Of(declarator) is { } sink && !(sink.Value.ConstantValue.HasValue && !declarator.Symbol.IsConst && IsOverwritten(new Slot(declarator.Symbol, null), sink.Value)))
        {
            Sink(sink);
        }
    }

    public void Deconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        var targets = deconstruction.Target is IDeclarationExpressionOperation { Expression: ITupleOperation declared } ? declared : deconstruction.Target as ITupleOperation;
        if (targets is null || deconstruction.Value is not (ITupleOperation or IConversionOperation { Operand: ITupleOperation }))
        {
            return;
        }

        var values = deconstruction.Value as ITupleOperation ?? (ITupleOperation)((IConversionOperation)deconstruction.Value).Operand;
        for (var index = 0; index < Math.Min(targets.Elements.Length, values.Elements.Length); index++)
        {
            if (NameOfTarget(targets.Elements[index]) is { } name)
            {
                Element(name, values.Elements[index]);
            }
        }
    }

    /// <summary>The elements of a tuple whose type names them.</summary>
    public void Tuple(ITupleOperation tuple)
    {
        var names = tuple is { Parent: IConversionOperation { Type: INamedTypeSymbol { IsTupleType: true } converted } } ? converted.TupleElements
            : tuple.Type is INamedTypeSymbol { IsTupleType: true } own ? own.TupleElements : [];
        for (var index = 0; index < Math.Min(names.Length, tuple.Elements.Length); index++)
        {
            if (names[index].IsExplicitlyNamedTupleElement && tuple.Elements[index] is not IDeclarationExpressionOperation)
            {
                Element(names[index].Name, tuple.Elements[index]);
            }
        }
    }

    private void Element(string name, IOperation value)
    {
        if (NamedSinks.MayHoldText(value.Type) && checks.Names.Of(name) is not SecretName.None and var judged)
        {
            Sink(SecretSink.Named(judged, $"'{name}'", value));
        }
    }

    [MethodImpl(Hot.Path)]
    public void Comparison(IBinaryOperation binary)
    {
        if (binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            Compared(binary.LeftOperand, binary.RightOperand);
            Compared(binary.RightOperand, binary.LeftOperand);
        }
    }

    [MethodImpl(Hot.Path)]
    public void Comparison(IIsPatternOperation test)
    {
        if (test.Pattern is IConstantPatternOperation constant)
        {
            Compared(test.Value, constant.Value);
        }
    }

    public static bool Compares(IMethodSymbol method) => method.Name is "Equals" or "FixedTimeEquals" or "SequenceEqual" or "Compare" or "CompareOrdinal";

    [MethodImpl(Hot.Path)]
    public void Comparison(IInvocationOperation invocation)
    {
        if (!Compares(invocation.TargetMethod))
        {
            return;
        }

        var values = invocation.Arguments.Select(argument => argument.Value).ToList();
        if (invocation.Instance is { } instance)
        {
            values.Insert(0, instance);
        }

        if (values.Count >= 2)
        {
            Compared(values[0], values[1]);
            Compared(values[1], values[0]);
        }
    }

    /// <summary>A text put together of pieces, one of which ends in a key that asks for a secret.</summary>
    [MethodImpl(Hot.Path)]
    public void Composite(IBinaryOperation sum)
    {
        if (!IsConcatenation(sum) || sum.Parent is IBinaryOperation parent && IsConcatenation(parent))
        {
            return;
        }

        Folded(sum);
        if (AnyOperandAsks(sum))
        {
            Within(sum);
        }
    }

    [MethodImpl(Hot.Path)]
    public void Composite(IInterpolatedStringOperation interpolated)
    {
        Folded(interpolated);
        foreach (var part in interpolated.Parts)
        {
            if (AsksForSecret(part))
            {
                Within(interpolated);
                break;
            }
        }
    }

    /// <summary>Whether a method may put a text together of what is given to it.</summary>
    public static bool Composes(IMethodSymbol method) => method.Name switch
    {
        "Concat" or "Join" or "Format" or "Replace" or ".ctor" => method.ContainingType?.SpecialType == SpecialType.System_String,
        "ToString" => KnownFunctions.IsBuilder(method.ContainingType),
        "GetString" => IsEncoding(method.ContainingType),
        _ => false,
    };

    [MethodImpl(Hot.Path)]
    public void Composite(IInvocationOperation call)
    {
        switch (call.TargetMethod.Name)
        {
            case "Concat" or "Join" or "Format" or "Replace" when call.TargetMethod.ContainingType?.SpecialType == SpecialType.System_String:
                if (AnyAsks(call))
                {
                    Within(call);
                }
                else if (call.TargetMethod.Name is "Concat" or "Join")
                {
                    Characters(call);
                }

                break;
            case "ToString" when KnownFunctions.IsBuilder(call.TargetMethod.ContainingType):
                if (MethodFlow.MemberAround(call.Syntax) is { } member && TextSinks.MayHold(member.ToString()))
                {
                    Within(call);
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

    /// <summary>A string made of characters or bytes, one by one, which may have a secret's shape.</summary>
    [MethodImpl(Hot.Path)]
    public void Characters(IOperation operation)
    {
        if (operation is IInvocationOperation call && call.Arguments.All(argument => IsConstant(argument.Value)) || operation is IObjectCreationOperation { Type.SpecialType: SpecialType.System_String, Arguments: [{ Value: IArrayCreationOperation or ICollectionExpressionOperation or IConversionOperation { Operand: ICollectionExpressionOperation } }] })
        {
            Shaped(operation);
        }
    }

    private static bool IsConstant(IOperation value) => value switch
    {
        IConversionOperation conversion => IsConstant(conversion.Operand),
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.All(IsConstant),
        ICollectionExpressionOperation expression => expression.Elements.All(IsConstant),
        IInvocationOperation { TargetMethod.Name: "FromBase64String" or "FromHexString", Arguments: [var inner] } => IsConstant(inner.Value),
        _ => value.ConstantValue.HasValue,
    };

    /// <summary>What takes an App ID, and gets a secret.</summary>
    [MethodImpl(Hot.Path)]
    public void AppId(IArgumentOperation argument)
    {
        if (AppIdSinks.Of(argument) is { } sink)
        {
            AppId(argument.Value, sink);
        }
    }

    [MethodImpl(Hot.Path)]
    public void AppId(ISimpleAssignmentOperation assignment)
    {
        if (AppIdSinks.Of(assignment) is { } sink)
        {
            AppId(assignment.Value, sink);
        }
    }

    /// <summary>A constant of another assembly is in this one too, once it is used.</summary>
    [MethodImpl(Hot.Path)]
    public void LibraryConstant(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (reporter.Kind == ProjectKind.Client
            && field is { IsConst: true, ConstantValue: string text }
            && field.DeclaringSyntaxReferences.IsEmpty
            && (SecretShape.Of(text) != ShapeKind.None || checks.Names.Of(field.Name) is SecretName.Secret or SecretName.Token && SecretValue.IsSecret(text, SinkStrength.Named, checks.Options)))
        {
            reporter.InLibrary(context.ReportDiagnostic, reference.Syntax, field.Name, field.ContainingAssembly.Name);
        }
    }

    [MethodImpl(Hot.Path)]
    public void Message(IInvocationOperation invocation) => new MessageCheck(checks, reporter, context).Check(invocation);

    [MethodImpl(Hot.Path)]
    public void Message(IObjectCreationOperation creation) => new MessageCheck(checks, reporter, context).Check(creation);

    private Walk NewWalk(IOperation at, bool withHoles = false)
    {
        if (at.SemanticModel is { } model)
        {
            program.Share(model);
        }

        return new Walk(program, withHoles, CancellationToken);
    }

    private ImmutableArray<TextValue> ValuesOf(IOperation value)
    {
        var (walk, place) = (NewWalk(value), new Place(value));
        return IsCollection(value.Type) ? [.. walk.Elements(place).SelectMany(at => walk.Texts(at))] : walk.Texts(place);
    }

    /// <summary>A collection of secrets, and not of the characters or bytes of one.</summary>
    private static bool IsCollection(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } => true,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }] } named => named.Name is "List" or "IEnumerable" or "IReadOnlyList" or "IList" or "ICollection" or "IReadOnlyCollection" or "ImmutableArray" or "HashSet",
        _ => false,
    };

    /// <summary>What can't come from a literal, and needs no evaluation.</summary>
    private static bool IsPlainlySafe(IOperation value) => value switch
    {
        INameOfOperation or IDefaultValueOperation or IThrowOperation => true,
        ILiteralOperation { ConstantValue: { HasValue: true, Value: null or "" } } => true,
        IConversionOperation conversion => IsPlainlySafe(conversion.Operand),
        _ => false,
    };

    private void Report(SecretSink sink, TextValue value)
    {
        if (value.Sources.Length == 0 || !value.IsFromLiterals)
        {
            return;
        }

        var text = value.Text;
        if (text is not null && checks.Options.IsSafe(text))
        {
            return;
        }

        if (text is not null && TextCheck.ShapeOf(text, out _) is not ShapeKind.None and var shape)
        {
            reporter.Shape(context.ReportDiagnostic, value.Sources[0], value.Sources.Length == 1 ? value.Sources[0] : sink.Value.Syntax, null, shape, [.. value.Sources.Select(source => source.GetLocation())]);
        }
        else if (text is null ? sink.Strength >= SinkStrength.Digits : SecretValue.IsSecret(text, sink.Strength, checks.Options) && !IsCaption(sink, text))
        {
            if (reporter.Kind == ProjectKind.Client && ConstantOfLibrary(value) is { } constant)
            {
                reporter.InLibrary(context.ReportDiagnostic, constant.Syntax, constant.Field.Name, constant.Field.ContainingAssembly.Name);
                return;
            }

            reporter.Secret(context.ReportDiagnostic, value.Sources, sink.Value.Syntax, sink.Description, sink.IsToken);
        }
    }

    /// <summary>The constant of another assembly that a value is, which has a rule of its own.</summary>
    private IFieldReferenceOperation? ConstantOfLibrary(TextValue value) =>
        value.Sources is [IdentifierNameSyntax or MemberAccessExpressionSyntax] && program.OperationOf(value.Sources[0], CancellationToken) is IFieldReferenceOperation { Field: { IsConst: true, ContainingType.TypeKind: not TypeKind.Enum } } constant ? constant : null;

    /// <summary>A name that is set to itself, or to another sink's name.</summary>
    private bool IsCaption(SecretSink sink, string text) => sink.Strength != SinkStrength.Schema && text.IndexOf(' ') < 0 && text.Any(char.IsLetter) && !text.Any(char.IsDigit) && checks.Names.OfKey(text) is SecretName.Secret or SecretName.Token && Words.Split(text).Length > 1;

    private void Compared(IOperation secret, IOperation other)
    {
        if (checks.Keyed.NameOfSource(secret) is var (name, description) && name is SecretName.Secret or SecretName.Token && !IsPlainlySafe(other))
        {
            Sink(SecretSink.Named(name, $"what {description} is compared with", other, SinkStrength.Comparison));
        }
    }

    private void AppId(IOperation value, string sink)
    {
        if (checks.Keyed.NameOfSource(value) is var (name, _) && name == SecretName.Secret)
        {
            reporter.AsAppId(context.ReportDiagnostic, value.Syntax, sink);
            return;
        }

        if (value.ConstantValue.HasValue && value.ConstantValue.Value is not string)
        {
            return;
        }

        foreach (var found in NewWalk(value).Texts(new Place(value)))
        {
            if (found.Sources.Length > 0 && found.Text is { } text && TextCheck.ShapeOf(text, out _) != ShapeKind.None)
            {
                reporter.AsAppId(context.ReportDiagnostic, found.Sources[0], sink);
            }
        }
    }

    private void Folded(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: string text } && text.Length >= 48 && SecretShape.Of(text) != ShapeKind.None)
        {
            Shaped(operation);
        }
        else if (operation.ConstantValue is { HasValue: true, Value: string whole } && TextSinks.MayHold(whole))
        {
            Within(operation);
        }
    }

    private void Shaped(IOperation operation)
    {
        foreach (var value in NewWalk(operation).Texts(new Place(operation)))
        {
            if (value.Sources.Length > 0 && value.Text is { } text && SecretShape.Of(text) is not ShapeKind.None and var shape)
            {
                reporter.Shape(context.ReportDiagnostic, value.Sources[0], operation.Syntax, null, shape, [.. value.Sources.Select(source => source.GetLocation())]);
            }
        }
    }

    private bool AnyAsks(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (AsksForSecret(argument.Value) || argument.Value is IArrayCreationOperation { Initializer: { } elements } && elements.ElementValues.Any(AsksForSecret))
            {
                return true;
            }
        }

        return false;
    }

    private bool AsksForSecret(IOperation? part) => part switch
    {
        null => false,
        IInterpolatedStringTextOperation text => AsksForSecret(text.Text),
        IConversionOperation conversion => AsksForSecret(conversion.Operand),
        _ => part.ConstantValue is { HasValue: true, Value: string text } && TextSinks.HasSecretWord(text) && (checks.InText.EndsInKey(text) || text.IndexOf('{') >= 0),
    };

    private bool AnyOperandAsks(IOperation operation)
    {
        for (; operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum; operation = sum.LeftOperand)
        {
            if (AnyOperandAsks(sum.RightOperand))
            {
                return true;
            }
        }

        return AsksForSecret(operation);
    }

    /// <summary>Puts the text together, with holes for what is not known, and looks for values that literals make whole.</summary>
    private void Within(IOperation operation)
    {
        foreach (var value in NewWalk(operation, withHoles: true).Texts(new Place(operation)))
        {
            var text = new StringBuilder();
            var starts = new List<int>();
            foreach (var piece in value.Pieces)
            {
                starts.Add(text.Length);
                text.Append(piece.Text ?? TextSinks.Hole.ToString());
            }

            foreach (var (start, length, key, isToken) in checks.InText.Find(text.ToString()))
            {
                ImmutableArray<SyntaxNode> literals =
                [
                    .. value.Pieces
                        .Where((piece, index) => piece.Text is { Length: > 0 } && starts[index] < start + length && starts[index] + piece.Text.Length > start)
                        .SelectMany(piece => piece.Sources)
                        .Distinct(),
                ];
                if (literals.Length > 0)
                {
                    reporter.Secret(context.ReportDiagnostic, literals, operation.Syntax, $"the value of '{key}' in a text", isToken);
                }
            }
        }
    }

    /// <summary>A variable that is always written again before it is read.</summary>
    private bool IsDead(IOperation target, IOperation value) =>
        target is ILocalReferenceOperation local && value.ConstantValue.HasValue && IsOverwritten(new Slot(local.Local, null), value);

    private bool IsOverwritten(Slot slot, IOperation value)
    {
        if (Occurrences.Within(MethodFlow.MemberAround(value.Syntax) ?? value.Syntax, slot.Root.Name).Count(token => token.Parent is IdentifierNameSyntax) < 2)
        {
            return false;
        }

        var flow = program.FlowAround(value.Syntax, CancellationToken);
        return flow is not null && flow.AllWrites(slot).Skip(1).Any() && !flow.IsRead(slot, value.Syntax);
    }

    private static string? NameOfTarget(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IMemberReferenceOperation member => member.Member.Name,
        IDeclarationExpressionOperation declaration => NameOfTarget(declaration.Expression),
        _ => null,
    };
}
