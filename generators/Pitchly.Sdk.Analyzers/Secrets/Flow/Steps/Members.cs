using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>
/// Steps from a field or property to the values that are written to it: in this method, when the object is created, or anywhere.
/// </summary>
internal sealed class Members : IStep
{
    public StepResult? Trace(Place place, IWalk walk) => place.Operation switch
    {
        IFieldReferenceOperation { Field: { IsConst: true } constant } =>
            walk.InitializerOf(constant) is { } value ? StepResult.From(place.At(value, null)) : null,
        IFieldReferenceOperation field => Of(field, field.Field, place, walk),
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property when !IsComputed(property.Property, walk) =>
            Of(property, property.Property, place, walk),
        IInstanceReferenceOperation { Type: { } type } when place.First is { Kind: PartKind.Member } part
            && type.GetMembers(part.Name).FirstOrDefault(one => one is IFieldSymbol or IPropertySymbol) is { } member =>
            StepResult.From(OfType(member, place with { Path = place.Path.RemoveAt(0) }, walk)),
        _ => null,
    };

    private static bool IsComputed(IPropertySymbol property, IWalk walk) =>
        property.GetMethod is { } getter && (getter.IsAbstract || walk.BodyOf(getter) is not null);

    private static StepResult? Of(IMemberReferenceOperation reference, ISymbol member, Place place, IWalk walk)
    {
        var isOfObject = reference.Instance is not (
            null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance });
        return isOfObject || walk.DeclarationOf(member) is null
            ? reference.Instance is { } instance ? StepResult.From(place.PartOf(instance, Part.Member(Slot.NameOf(member)))) : null
            : StepResult.From(OfThis(reference, member, place, walk));
    }

    /// <summary>
    /// Returns the values of a member of this object or of its type: those of the object whose method was entered, or else those that this
    /// method wrote, or else those that any method wrote.
    /// </summary>
    private static IEnumerable<Place> OfThis(IMemberReferenceOperation reference, ISymbol member, Place place, IWalk walk)
    {
        if (place.Frame?.Instance is { } instance && reference.Instance is IInstanceReferenceOperation)
        {
            var entered = place.PartOf(instance, Part.Member(member.Name)).Select(part => part with { Frame = place.Frame.Caller });
            var origins = entered.SelectMany(at => walk.Origins(at)).ToImmutableArray();
            if (origins.Any(origin => origin.Path.IsEmpty && !origin.IsUnknown))
            {
                return origins;
            }
        }

        var isFixed = member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null };
        var isWrittenHere = !isFixed || reference.Syntax.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not null;
        return isWrittenHere && ReadsOf.Member(reference, place, walk) is { } reaching
            ? [.. reaching.Definitions.SelectMany(definition => Definitions.Before(definition, place, walk)), .. reaching.FromStart
                ? OfType(member, place, walk) : []]
            : OfType(member, place, walk);
    }

    /// <summary>Returns the initializer of a member, unless every constructor overwrites it, and every write to the member.</summary>
    private static ImmutableArray<Place> OfType(ISymbol member, Place place, IWalk walk) =>
    [
        .. InitializerMayApply(member, walk) ? place.At(walk.InitializerOf(member), null) : [],
        .. RecordParameterOf(member, walk) is { } parameter ? Callers.ArgumentsFor(parameter, place with { Frame = null }, walk) ?? [] : [],
        .. MemberWrites.To(member, place, walk),
    ];

    /// <summary>Determines whether the initializer may be in effect. If every constructor writes the member, it is not.</summary>
    private static bool InitializerMayApply(ISymbol member, IWalk walk)
    {
        var constructors = (member.IsStatic ? member.ContainingType.StaticConstructors : member.ContainingType.InstanceConstructors)
            .Where(one => !one.IsImplicitlyDeclared)
            .Select(walk.DeclarationOf)
            .OfType<ConstructorDeclarationSyntax>()
            .Where(one => one.Initializer?.ThisOrBaseKeyword.IsKind(SyntaxKind.ThisKeyword) != true)
            .ToList();
        return constructors.Count == 0 || constructors.Any(one => LeavesUnchanged(one, member, walk));
    }

    private static bool LeavesUnchanged(ConstructorDeclarationSyntax constructor, ISymbol member, IWalk walk) =>
        !Occurrences.Within(constructor, member.Name).Any() || walk.FlowAround(constructor) is not { } flow
            || flow.AtExit(new Slot(member, null)).FromStart;

    private static IParameterSymbol? RecordParameterOf(ISymbol member, IWalk walk) =>
        member is IPropertySymbol { ContainingType: { IsRecord: true } record } && walk.DeclarationOf(member) is ParameterSyntax
            ? record.InstanceConstructors.SelectMany(one => one.Parameters)
                .FirstOrDefault(parameter => parameter.Name == member.Name && walk.DeclarationOf(parameter) is not null)
            : null;
}
