using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>Reads a character or a slice of a text: by its index if that is known; otherwise, as built from the whole text.</summary>
internal sealed class CharacterAccess : IStep
{
    public StepResult? Trace(Place place, IWalk walk) => place switch
    {
        { Path: [{ Kind: PartKind.Element, Key: int index }], Operation.Type: var type } when IsText(type) =>
            StepResult.OfTexts(() => Whole(place, walk)
                .Select(text => text.Map(known => index >= 0 && index < known.Length ? known[index].ToString() : null))),
        { Path: [{ Kind: PartKind.Any }], Operation.Type: var type } when IsText(type) =>
            StepResult.OfTexts(() => Whole(place, walk).Select(text => text.Map(_ => null))),
        { Path: [], Operation: IImplicitIndexerReferenceOperation { Instance: var sliced } } =>
            StepResult.OfTexts(() => walk.Texts(place with { Operation = sliced }).Select(text => text.Map(_ => null))),
        _ => null,
    };

    private static IEnumerable<TextValue> Whole(Place place, IWalk walk) => walk.Texts(place with { Path = [] });

    private static bool IsText(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => IsCharacter(array.ElementType),
        INamedTypeSymbol { TypeArguments: [var element] } => IsCharacter(element),
        _ => type?.SpecialType == SpecialType.System_String,
    };

    private static bool IsCharacter(ITypeSymbol type) => type.SpecialType is SpecialType.System_Char or SpecialType.System_Byte;
}
