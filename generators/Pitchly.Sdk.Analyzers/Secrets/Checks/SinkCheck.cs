using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Flow;
using Pitchly.Analyzers.Secrets.Flow.Source;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Sinks;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Checks;

/// <summary>Traces the value that reaches a sink back to its literals, and reports those that are secrets.</summary>
internal sealed class SinkCheck(BodyContext body)
{
    /// <summary>
    /// The maximum number of secrets in a collection. A larger collection is a word list, such as a list of forbidden passwords.
    /// </summary>
    private const int MaximumSecrets = 16;

    /// <summary>If the string built from literals is unknown, literals up to this length are tested for being only a name.</summary>
    private const int ShortText = 12;

    [MethodImpl(Hot.Path)]
    public void Sink(SecretSink? sink)
    {
        if (sink is null || IsPlainlySafe(sink.Value))
        {
            return;
        }

        Report(sink, ValuesOf(sink.Value));
    }

    /// <summary>
    /// Checks the value that a method returns. The arguments of its callers are not traced, because they belong to the callers.
    /// </summary>
    [MethodImpl(Hot.Path)]
    public void Returned(SecretSink? sink, IMethodSymbol? method)
    {
        if (sink is null || IsPlainlySafe(sink.Value))
        {
            return;
        }

        var frame = method is { Parameters.IsEmpty: false } ? new Frame(method, [], null, null) : null;
        Report(sink, ValuesOf(sink.Value, frame));
    }

    /// <summary>Reports the values that are secrets.</summary>
    public void Report(SecretSink sink, ImmutableArray<TextValue> values)
    {
        var known = values.Where(value => value.Sources.Length > 0).ToList();
        var lists = known.Select(value => ListOf(value.Sources[0])).GroupBy(list => list)
            .ToDictionary(list => list.Key, list => list.Count());
        foreach (var value in known)
        {
            var isOfWords = lists[ListOf(value.Sources[0])] > MaximumSecrets
                && sink.Strength is > SinkStrength.Random and < SinkStrength.Schema;
            Report(isOfWords ? sink with { Strength = SinkStrength.Random } : sink, value);
        }
    }

    /// <summary>Returns the collection that contains a literal, or the literal itself if there is none.</summary>
    private static SyntaxNode ListOf(SyntaxNode literal) => literal.Parent switch
    {
        InitializerExpressionSyntax initializer => initializer,
        ExpressionElementSyntax { Parent: { } collection } => collection,
        _ => literal,
    };

    [MethodImpl(Hot.Path)]
    public void Assignment(ISimpleAssignmentOperation assignment)
    {
        if (body.Checks.Named.Of(assignment) is { } sink && !IsDead(assignment.Target, assignment.Value))
        {
            Sink(sink);
        }
    }

    [MethodImpl(Hot.Path)]
    public void Declarator(IVariableDeclaratorOperation declarator)
    {
        if (body.Checks.Named.Of(declarator) is { } sink && !IsOverwritten(declarator, sink.Value))
        {
            Sink(sink);
        }
    }

    /// <summary>Determines whether no code reads an initial value, because another value replaces it first.</summary>
    private bool IsOverwritten(IVariableDeclaratorOperation declarator, IOperation value) =>
        value.ConstantValue.HasValue && !declarator.Symbol.IsConst && IsOverwritten(new Slot(declarator.Symbol, null), value);

    public void Deconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        var targets = deconstruction.Target is IDeclarationExpressionOperation { Expression: ITupleOperation declared } ? declared
            : deconstruction.Target as ITupleOperation;
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

    /// <summary>Checks the elements of a tuple whose type names them.</summary>
    public void Tuple(ITupleOperation tuple)
    {
        var names = tuple is { Parent: IConversionOperation { Type: INamedTypeSymbol { IsTupleType: true } converted } }
            ? converted.TupleElements
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
        if (NamedSinks.MayHoldText(value.Type) && body.Checks.Names.Of(name) is not SecretName.None and var classified)
        {
            Sink(SecretSink.Named(classified, $"'{name}'", value));
        }
    }

    private ImmutableArray<TextValue> ValuesOf(IOperation value, Frame? frame = null)
    {
        var (walk, place) = (body.NewWalk(value), new Place(value, frame));
        if (value is IDelegateCreationOperation)
        {
            return walk.Texts(place.WithPart(Part.Result));
        }

        return IsCollection(value.Type) ? [.. walk.Elements(place).SelectMany(at => walk.Texts(at))] : walk.Texts(place);
    }

    /// <summary>Determines whether a type is a collection of secrets rather than of the characters or bytes of one secret.</summary>
    private static bool IsCollection(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } => true,
        INamedTypeSymbol { TypeArguments: [.., { SpecialType: SpecialType.System_String }] } named =>
            named.Name is "List" or "IEnumerable" or "IReadOnlyList" or "IList" or "ICollection" or "IReadOnlyCollection"
                or "ImmutableArray" or "HashSet" or "FrozenSet" or "Dictionary",
        _ => false,
    };

    /// <summary>Determines whether a value cannot come from a literal and needs no evaluation.</summary>
    public static bool IsPlainlySafe(IOperation value) => value switch
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
        if (text is not null && body.Checks.Options.IsSafe(text))
        {
            return;
        }

        if (text is not null && TextCheck.ShapeOf(text, out _) is not ShapeKind.None and var shape)
        {
            body.Findings.Shape(value.Sources, null, sink.Value.Syntax, shape);
        }
        else if (text is null ? IsMadeOfSecret(sink, value) : IsSecret(sink, value, text))
        {
            if (body.Findings.Kind == ProjectKind.Client && ConstantOfLibrary(value) is { } constant)
            {
                body.Findings.InLibrary(constant.Syntax, sink.Value.Syntax, constant.Member);
                return;
            }

            body.Findings.Secret(value.Sources, sink.Value.Syntax, sink.Description, sink.IsToken, sink.Strength);
        }
    }

    private bool IsSecret(SecretSink sink, TextValue value, string text) =>
        SecretValue.IsSecret(text, sink.Strength, body.Checks.Options)
        && !IsCaption(sink, text)
        && (sink.Strength == SinkStrength.Schema || !IsOfAnotherThing(value));

    /// <summary>Determines whether enough of an unknown string is written in literals that do not only name something.</summary>
    private bool IsMadeOfSecret(SecretSink sink, TextValue value)
    {
        var written = string.Concat(value.Pieces.Select(piece => piece.Text ?? string.Concat(piece.Sources.Select(WrittenIn))));
        var isLong = written.Length >= body.Checks.Options.MinimumLength / 2;
        return sink.Strength == SinkStrength.Schema
            || sink.Strength >= SinkStrength.Digits && isLong && (written.Length > ShortText || !SecretValue.IsName(written));
    }

    private static string WrittenIn(SyntaxNode source) => (source as LiteralExpressionSyntax)?.Token.Value switch
    {
        string text => text,
        char letter => letter.ToString(),
        int and > ' ' and <= '~' and var code => ((char)code).ToString(),
        _ => ".",
    };

    /// <summary>
    /// Determines whether the variable or property that holds the literal is named after something other than a secret: an ID, the name of
    /// an option or header, or a path.
    /// </summary>
    private bool IsOfAnotherThing(TextValue value)
    {
        if (value.Sources is not [{ Parent: EqualsValueClauseSyntax { Parent: { } holder } }])
        {
            return false;
        }

        var name = (holder as VariableDeclaratorSyntax)?.Identifier.ValueText ?? (
            holder as PropertyDeclarationSyntax)?.Identifier.ValueText;
        return name is not null && SecretNames.IsOfThing(name);
    }

    /// <summary>
    /// Returns the constant or field of another assembly that the value comes from, which a separate rule reports; otherwise,
    /// <see langword="null"/>.
    /// </summary>
    private IMemberReferenceOperation? ConstantOfLibrary(TextValue value) =>
        value.Sources is [IdentifierNameSyntax or MemberAccessExpressionSyntax]
            && body.Program.OperationOf(value.Sources[0], body.CancellationToken) is IMemberReferenceOperation
            {
                Member: { IsStatic: true, ContainingType.TypeKind: not TypeKind.Enum }
            } constant ? constant : null;

    /// <summary>Determines whether a string is a caption, that is, the name of this sink or of another one.</summary>
    private bool IsCaption(SecretSink sink, string text) =>
        sink.Strength != SinkStrength.Schema && text.IndexOf(' ') < 0 && text.Any(char.IsLetter) && !text.Any(char.IsDigit)
        && body.Checks.Names.OfKey(text) is SecretName.Secret or SecretName.Token && Words.Split(text).Length > 1;

    /// <summary>Determines whether a variable is always assigned again before it is read.</summary>
    private bool IsDead(IOperation target, IOperation value) =>
        target is ILocalReferenceOperation local && value.ConstantValue.HasValue && IsOverwritten(new Slot(local.Local, null), value);

    private bool IsOverwritten(Slot slot, IOperation value)
    {
        if (Occurrences.Within(MethodFlow.MemberAround(value.Syntax) ?? value.Syntax, slot.Root.Name)
            .Count(token => token.Parent is IdentifierNameSyntax) < 2)
        {
            return false;
        }

        var flow = body.Program.FlowAround(value.Syntax, body.CancellationToken);
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
