using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Names;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>Finds the places that take an App ID, where App Secrets end up by mistake: the guide's "App doesn't exist" hides it.</summary>
internal static class AppIdSinks
{
    [MethodImpl(Hot.Path)]
    public static string? Of(IArgumentOperation argument) => Of(argument.Parameter);

    /// <summary>What an argument goes to, if that takes an App ID.</summary>
    [MethodImpl(Hot.Path)]
    public static string? Of(IParameterSymbol? parameter) => parameter switch
    {
        { ContainingType.Name: "AppId", ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => "An AppId",
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

    /// <summary>Whether the value stands directly in such a place.</summary>
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
