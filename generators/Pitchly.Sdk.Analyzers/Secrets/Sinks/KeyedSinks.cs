using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>
/// Finds the sinks that a string in the same call or entry identifies: form fields, headers, settings, dictionary entries, and their
/// defaults.
/// </summary>
internal sealed class KeyedSinks(SecretNames names)
{
    /// <summary>The first words of methods that compare, print, or change a string, and store nothing under a key.</summary>
    private static readonly ImmutableArray<string> NonStoringMethods =
    [
        "Log", "Write", "Print", "Format", "Concat", "Join", "Equals", "Compare", "StartsWith", "EndsWith", "Contains", "IndexOf",
            "LastIndexOf", "Replace", "Split", "Throw", "Assert", "Trim", "Match", "IsMatch", "Combine", "Is", "Begin", "AddError",
            "Remove", "Fail", "Rename", "Map", "Describe", "Translate", "Label",
    ];

    /// <summary>The names of parameters next to a key that are not its value.</summary>
    private static readonly ImmutableHashSet<string> NotValues = ImmutableHashSet.Create(
        "version", "comparer", "culture", "format", "message", "description", "label", "displayname", "title", "category", "help",
        "helptext", "pattern", "issuer", "tag", "alias", "aliases", "template", "reason", "newname", "to", "target", "vault", "hint",
        "caption", "path", "uri", "url", "etag", "id");

    /// <summary>Determines whether a call may store a value under a key.</summary>
    public static bool MayTake(IMethodSymbol method)
    {
        if (method.Parameters.Length < 2)
        {
            return false;
        }

        foreach (var value in method.Parameters)
        {
            if (IsValue(value) && method.Parameters.Any(key => key.Ordinal != value.Ordinal && MayBeKey(key.Type)))
            {
                return method.MethodKind == MethodKind.Constructor || MayStore(method);
            }
        }

        return false;
    }

    [MethodImpl(Hot.Path)]
    public SecretSink? Of(IAssignmentOperation assignment) =>
        EntryKeys.OfTarget(assignment.Target) is { } key ? Entry(key, assignment.Value) : null;

    [MethodImpl(Hot.Path)]
    public SecretSink? Of(ITupleOperation tuple) =>
        tuple.Elements is [{ ConstantValue: { HasValue: true, Value: string key } }, var value] ? Entry(key, value) : null;

    [MethodImpl(Hot.Path)]
    public SecretSink? Of(IInvocationOperation invocation) =>
        OfArguments(invocation.Arguments) is { } sink && MayStore(invocation.TargetMethod) ? sink : null;

    [MethodImpl(Hot.Path)]
    public SecretSink? Of(IObjectCreationOperation creation) =>
        creation.Arguments.Length < 2 || IsException(creation.Type)
            || IsPlainAttribute(creation.Type) ? OfAuthentication(creation)
            : OfAuthentication(creation) ?? OfArguments(creation.Arguments);

    /// <summary>Determines whether a type is an attribute whose arguments are not a name and a value.</summary>
    private static bool IsPlainAttribute(ITypeSymbol? type) =>
        type is not null && type.Name.EndsWith("Attribute", StringComparison.Ordinal)
            && type.Name is not ("AssemblyMetadataAttribute" or "XAttribute");

    /// <summary>Returns the sink for the fallback of a setting, variable, or member with the name of a secret.</summary>
    [MethodImpl(Hot.Path)]
    public SecretSink? Of(ICoalesceOperation coalesce) =>
        NameOfSource(coalesce.Value) is var (name, description) && name is SecretName.Secret or SecretName.Token
        ? SecretSink.Named(name, $"the default value of {description}", coalesce.WhenNull)
        : null;

    /// <summary>Returns the classification and description of the value that an expression reads, by its key or name.</summary>
    public (SecretName Name, string Description)? NameOfSource(IOperation operation)
    {
        switch (operation)
        {
            case IConversionOperation conversion:
                return NameOfSource(conversion.Operand);
            case IAwaitOperation wait:
                return NameOfSource(wait.Operation);
            case IPropertyReferenceOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }] }:
                return Described(names.OfKey(key), "the entry ", key);
            case IInvocationOperation { TargetMethod.Name: "Reveal", Instance.Type: { } type } when NamedSinks.IsSecretType(type):
                return (SecretName.Secret, "a PitchlySecret");
            case IInvocationOperation { Arguments: [.., { Value.ConstantValue: { HasValue: true, Value: string key } }] } call
                when call.Arguments.Length <= 2 && Described(names.OfKey(key), "the entry ", key) is { } entry:
                return entry;
            case IInvocationOperation { TargetMethod: { Name: "ToString" or "Trim" or "AsSpan" or "GetBytes" } } call
                when (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } inner:
                return call.TargetMethod.Name == "GetBytes"
                    && call.Arguments.Length > 0 ? NameOfSource(call.Arguments[0].Value) : NamedSinks.IsSecretType(inner.Type) ? null
                    : NameOfSource(inner);
            case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Ordinary } method } when IsGetter(method):
                return Described(names.Of(method.Name), "the result of ", method.Name);
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member when NamedSinks.MayHoldText(member.Type):
                return Described(names.Of(member.Member.Name), "", member.Member.Name);
            case ILocalReferenceOperation local when NamedSinks.MayHoldText(local.Type):
                return Described(names.Of(local.Local.Name), "", local.Local.Name);
            case IParameterReferenceOperation parameter when NamedSinks.MayHoldText(parameter.Type):
                return Described(names.Of(parameter.Parameter.Name), "", parameter.Parameter.Name);
            default:
                return null;
        }
    }

    private static bool IsGetter(IMethodSymbol method) =>
        NamedSinks.MayHoldText(method.ReturnType)
        && (method.Name.StartsWith("Get", StringComparison.Ordinal) || method.Name.StartsWith("Read", StringComparison.Ordinal));

    private static (SecretName Name, string Description)? Described(SecretName name, string what, string named) =>
        name == SecretName.None ? null : (name, $"{what}'{named}'");

    [MethodImpl(Hot.Path)]
    private SecretSink? OfArguments(ImmutableArray<IArgumentOperation> arguments)
    {
        if (arguments.Length < 2)
        {
            return null;
        }

        for (var index = 0; index < arguments.Length; index++)
        {
            if (EntryKeys.Of(arguments[index].Value) is not { } key)
            {
                continue;
            }

            var value = index + 1 < arguments.Length ? arguments[index + 1]
                : !arguments[index - 1].Value.ConstantValue.HasValue ? arguments[index - 1]
                : null;
            if (value is not null && IsGivenValue(value) && OfValue(key, value) is { } sink)
            {
                return sink;
            }
        }

        return OfParameters(arguments);
    }

    private static bool IsGivenValue(IArgumentOperation argument) =>
        argument.Parameter is { } parameter && argument.ArgumentKind != ArgumentKind.DefaultValue && IsValue(parameter);

    private SecretSink? OfValue(string key, IArgumentOperation value) =>
        Entry(key, value is
        {
            ArgumentKind: ArgumentKind.ParamArray,
            Value: IArrayCreationOperation { Initializer.ElementValues: [var first, ..] }
        } ? first : value.Value);

    /// <summary>Returns the sink for a key and its value in a params array, as scripts and XML take them.</summary>
    private SecretSink? OfParameters(ImmutableArray<IArgumentOperation> arguments)
    {
        var last = arguments[arguments.Length - 1];
        if (last is not
            {
                ArgumentKind: ArgumentKind.ParamArray,
                Value: IArrayCreationOperation { Initializer.ElementValues: var elements }
            })
        {
            return null;
        }

        for (var index = 0; index + 1 < elements.Length; index++)
        {
            if (EntryKeys.Of(elements[index]) is { } key && Entry(key, Bare(elements[index + 1])) is { } sink)
            {
                return sink;
            }
        }

        return null;
    }

    private static IOperation Bare(IOperation value) =>
        value is IConversionOperation { OperatorMethod: null } conversion ? Bare(conversion.Operand) : value;

    /// <summary>Returns the sink for the credentials of an Authorization header.</summary>
    [MethodImpl(Hot.Path)]
    private static SecretSink? OfAuthentication(IObjectCreationOperation creation)
    {
        if (creation is not
            {
                Type.Name: "AuthenticationHeaderValue",
                Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string scheme } }, var credentials]
            }
            || !scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) && !scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var value = credentials.Value;
        while (value is IInvocationOperation { TargetMethod.Name: "ToBase64String" or "GetBytes", Arguments: [var inner, ..] })
        {
            value = inner.Value;
        }

        return new SecretSink($"the {scheme} credentials of a request", value, SinkStrength.Named,
            scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Returns the sink for a value that is stored under a key.</summary>
    public SecretSink? Entry(string key, IOperation value) =>
        key.Length is > 0 and <= Options.SecretOptions.LongestKey && names.OfKey(key) is not SecretName.None and var name
            && NamedSinks.MayHoldText(value.Type)
            ? SecretSink.Named(name, $"the entry '{key}'", value, SinkStrength.Label)
            : null;

    private static bool MayStore(IMethodSymbol method) => method.ContainingType?.SpecialType != SpecialType.System_String
        && method.ContainingType?.Name is not ("Regex" or "StringBuilder" or "Console" or "Debug" or "Trace" or "Assert")
        && (IsWriterOfNames(method) || !NonStoringMethods.Any(name => method.Name.StartsWith(name, StringComparison.Ordinal)));

    /// <summary>Determines whether a method writes a name and its value to JSON or XML.</summary>
    private static bool IsWriterOfNames(IMethodSymbol method) =>
        method.Name is "WriteString" or "WriteAttributeString" or "WriteElementString";

    private static bool IsValue(IParameterSymbol parameter) =>
        NamedSinks.MayHoldText(parameter.Type) && !NotValues.Contains(parameter.Name.ToLowerInvariant());

    /// <summary>Determines whether a parameter of the type accepts a constant string.</summary>
    private static bool MayBeKey(ITypeSymbol type) =>
        type is { SpecialType: SpecialType.System_String or SpecialType.System_Object }
            or { TypeKind: TypeKind.TypeParameter or TypeKind.Dynamic or TypeKind.Error }
            or { Name: "XName" } or INamedTypeSymbol { Name: "ReadOnlySpan", TypeArguments: [{ SpecialType: SpecialType.System_Byte }] };

    private static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Exception", ContainingNamespace.Name: "System" })
            {
                return true;
            }
        }

        return false;
    }
}
