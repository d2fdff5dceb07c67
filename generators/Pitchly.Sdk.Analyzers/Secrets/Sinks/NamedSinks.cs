using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>Finds the sinks that are identified by the name or type of the target.</summary>
internal sealed class NamedSinks(SecretNames names)
{
    /// <summary>Determines whether a parameter may be a sink.</summary>
    public static bool MayTake(IParameterSymbol parameter, SecretNames names) =>
        names.MayBeSecret(parameter.Name) && MayHoldText(parameter.Type) || IsSecretType(parameter.ContainingType)
            || Owners.IsValueOfSecret(parameter, names);

    [MethodImpl(Hot.Path)]
    public SecretSink? Of(IArgumentOperation argument)
    {
        if (argument.Parameter is not { } parameter || argument.ArgumentKind == ArgumentKind.DefaultValue)
        {
            return null;
        }

        if (CryptoSinks.Of(argument) is { } key)
        {
            return key;
        }

        if (argument.Parent is IObjectCreationOperation creation && IsSecretType(creation.Type))
        {
            return new SecretSink("a PitchlySecret", argument.Value, SinkStrength.Schema, IsToken: false);
        }

        if (Owners.IsValueOfSecret(parameter, names))
        {
            return new SecretSink($"a '{parameter.ContainingType.Name}'", argument.Value, SinkStrength.Digits, IsToken: false);
        }

        var name = Classify(parameter.Name, parameter.Type);
        if (name == SecretName.None || IsComparison(parameter.ContainingSymbol))
        {
            return null;
        }

        var description = $"the argument '{parameter.Name}' of {NameOf(parameter.ContainingSymbol)}";
        return name == SecretName.WeakKey
            ? CryptoSinks.OfKey(parameter.Type, description, argument.Value, parameter.ContainingType?.Name,
                parameter.ContainingSymbol.Name)
            : Owners.Weaken(SecretSink.Named(name, description, argument.Value), parameter.ContainingType);
    }

    [MethodImpl(Hot.Path)]
    public SecretSink? Of(IAssignmentOperation assignment) => assignment.Target switch
    {
        IMemberReferenceOperation { Type.TypeKind: TypeKind.Delegate } member => FunctionSinks.Of(member.Member, assignment.Value, names),
        IPropertyReferenceOperation { Property.IsIndexer: true } => null,
        IMemberReferenceOperation member => OfMember(member.Member, member.Type, assignment.Value),
        IDynamicMemberReferenceOperation member => OfVariable(member.MemberName, null, "the member", assignment.Value),
        ILocalReferenceOperation local => OfVariable(local.Local.Name, local.Type, "the variable", assignment.Value),
        IParameterReferenceOperation parameter => OfVariable(parameter.Parameter.Name, parameter.Type, "the parameter", assignment.Value),
        var target => UnresolvedSinks.NameOf(target) is { } name ? OfVariable(name, null, "the member", assignment.Value) : null,
    };

    [MethodImpl(Hot.Path)]
    public SecretSink? Of(IVariableDeclaratorOperation declarator) => declarator.GetVariableInitializer() is { } initializer
        ? OfVariable(declarator.Symbol.Name, declarator.Symbol.Type, "the variable", initializer.Value)
        : null;

    [MethodImpl(Hot.Path)]
    public SecretSink? Of(ISymbolInitializerOperation initializer) => initializer switch
    {
        IFieldInitializerOperation field => OfMember(field.InitializedFields[0], field.InitializedFields[0].Type, field.Value),
        IPropertyInitializerOperation property =>
            OfMember(property.InitializedProperties[0], property.InitializedProperties[0].Type, property.Value),
        IParameterInitializerOperation parameter =>
            OfVariable(parameter.Parameter.Name, parameter.Parameter.Type, "the default value of the parameter", parameter.Value),
        _ => null,
    };

    /// <summary>Returns the sink for the return value of a property, method, or local function with the name of a secret.</summary>
    [MethodImpl(Hot.Path)]
    public SecretSink? Of(IReturnOperation returned, ISymbol containing)
    {
        if (returned.ReturnedValue is not { } value)
        {
            return null;
        }

        if (value is IDelegateCreationOperation && containing is IMethodSymbol { AssociatedSymbol: { } provider })
        {
            return FunctionSinks.Of(provider, value, names);
        }

        if (!MayHoldText(value.Type))
        {
            return null;
        }

        foreach (var node in returned.Syntax.AncestorsAndSelf())
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax:
                    return null;
                case LocalFunctionStatementSyntax local:
                    return SecretSink.Named(Strong(names.Of(local.Identifier.ValueText)),
                        $"the return value of '{local.Identifier.ValueText}'", value);
                case MemberDeclarationSyntax:
                    var symbol = (containing as IMethodSymbol)?.AssociatedSymbol ?? containing;
                    return symbol is IPropertySymbol { IsIndexer: true }
                        || symbol is IMethodSymbol { MethodKind: not MethodKind.Ordinary } ? null
                        : OfMember(symbol, value.Type, value, "the return value of {0}");
            }
        }

        return null;
    }

    [MethodImpl(Hot.Path)]
    private SecretSink? OfMember(ISymbol member, ITypeSymbol? type, IOperation value, string form = "{0}")
    {
        member = member is IFieldSymbol { AssociatedSymbol: IPropertySymbol property } ? property : member; // The field keyword of C# 14.
        var name = Classify(member.Name, type);
        if (name == SecretName.None)
        {
            return MayHoldText(type) ? Owners.ByOwner(member, names, value) : null;
        }

        var description = string.Format(System.Globalization.CultureInfo.InvariantCulture, form,
            $"'{(member.ContainingType is { IsAnonymousType: false } owner ? owner.Name + "." : "")}{member.Name}'");
        return name == SecretName.WeakKey
            ? member is IMethodSymbol ? null : CryptoSinks.OfKey(type, description, value, member.ContainingType?.Name, "")
            : Owners.Weaken(SecretSink.Named(name, description, value), member.ContainingType);
    }

    [MethodImpl(Hot.Path)]
    private SecretSink? OfVariable(string name, ITypeSymbol? type, string what, IOperation value)
    {
        var classified = Classify(name, type);
        if (classified == SecretName.None)
        {
            return null;
        }

        var description = $"{what} '{name}'";
        return classified == SecretName.WeakKey ? CryptoSinks.OfKey(type, description, value, null, "")
            : SecretSink.Named(classified, description, value);
    }

    /// <summary>Classifies a name. The cheapest test runs first: the letters of most names rule out a secret.</summary>
    private SecretName Classify(string name, ITypeSymbol? type) =>
        names.MayBeSecret(name) && MayHoldText(type) ? names.Of(name) : SecretName.None;

    private static SecretName Strong(SecretName name) => name is SecretName.Secret or SecretName.Token ? name : SecretName.None;

    private static bool IsComparison(ISymbol method) => method.Name is "Equals" or "FixedTimeEquals" or "Compare" or "CompareTo";

    /// <summary>Determines whether a value of the type can be text or bytes.</summary>
    [MethodImpl(Hot.Path)]
    public static bool MayHoldText(ITypeSymbol? type) => type switch
    {
        null => true,
        { TypeKind: TypeKind.Enum or TypeKind.Delegate or TypeKind.Pointer } => false,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var held] } =>
            MayHoldText(held),
        { SpecialType: SpecialType.System_Boolean or SpecialType.System_DateTime or SpecialType.System_Void } => false,
        { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } => false,
        { SpecialType: SpecialType.System_Double or SpecialType.System_Decimal } => false,
        { Name: "CancellationToken" or "TimeSpan" or "Guid" or "SyntaxToken" or "JsonTokenType" } => false,
        _ => true,
    };

    [MethodImpl(Hot.Path)]
    public static bool IsSecretType(ITypeSymbol? type) =>
        type is { Name: "PitchlySecret", ContainingNamespace: { Name: "Pitchly", ContainingNamespace.IsGlobalNamespace: true } };

    private static string NameOf(ISymbol symbol) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? $"'{symbol.ContainingType.Name}'" : $"'{symbol.Name}'";
}
