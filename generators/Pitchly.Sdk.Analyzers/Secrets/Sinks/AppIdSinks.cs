using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Names;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>
/// Finds the sinks that expect an App ID. App Secrets are passed there by mistake, and the guide's error "App doesn't exist" hides the
/// mistake.
/// </summary>
internal static class AppIdSinks
{
    [MethodImpl(Hot.Path)]
    public static string? Of(IArgumentOperation argument) => Of(argument.Parameter);

    /// <summary>Returns the description of a parameter that expects an App ID; otherwise, <see langword="null"/>.</summary>
    [MethodImpl(Hot.Path)]
    public static string? Of(IParameterSymbol? parameter) => parameter switch
    {
        { ContainingType.Name: "AppId", ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } =>
            "The constructor of 'AppId'",
        not null when SecretNames.IsAppId(parameter.Name) => $"The argument '{parameter.Name}'",
        _ => null,
    };

    [MethodImpl(Hot.Path)]
    public static string? Of(ISimpleAssignmentOperation assignment)
    {
        var name = assignment.Target switch
        {
            IPropertyReferenceOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }] } => key,
            IMemberReferenceOperation member => member.Member.Name,
            _ => null,
        };
        return name is not null && SecretNames.IsAppId(name) ? $"'{name}'" : null;
    }

    /// <summary>Determines whether a value is passed or assigned directly to such a sink.</summary>
    public static bool Holds(IOperation? value)
    {
        var parent = value?.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        return parent switch
        {
            IArgumentOperation argument => Of(argument) is not null,
            ISimpleAssignmentOperation assignment => Of(assignment) is not null,
            _ => false,
        };
    }
}
