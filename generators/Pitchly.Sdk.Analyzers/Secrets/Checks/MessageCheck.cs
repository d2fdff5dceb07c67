using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Sinks;

namespace Pitchly.Analyzers.Secrets.Checks;

/// <summary>Finds secrets, whatever their value, that are written to a log, the console, or an exception message.</summary>
internal readonly struct MessageCheck(BodyContext body)
{
    private static readonly string[] Writers = ["Log", "Write", "WriteLine", "Print", "Trace", "Debug", "Information", "Warning", "Error",
        "Fatal", "Verbose", "Critical", "Fail"];

    /// <summary>Determines whether an argument of a method may end up in a message.</summary>
    public static bool MayTake(IMethodSymbol method) =>
        IsWriter(method) || method.MethodKind == MethodKind.Constructor && IsException(method.ContainingType);

    [MethodImpl(Hot.Path)]
    public void Check(IInvocationOperation invocation)
    {
        if (!IsWriter(invocation.TargetMethod))
        {
            return;
        }

        foreach (var argument in invocation.Arguments)
        {
            CheckValue(argument.Value, $"'{invocation.TargetMethod.Name}'");
        }
    }

    [MethodImpl(Hot.Path)]
    public void Check(IObjectCreationOperation creation)
    {
        if (!IsException(creation.Type))
        {
            return;
        }

        foreach (var argument in creation.Arguments.Where(argument => argument.Parameter?.Name is not "paramName"))
        {
            CheckValue(argument.Value, $"the message of '{creation.Type!.Name}'");
        }
    }

    private void CheckValue(IOperation value, string writer)
    {
        switch (value)
        {
            case IConversionOperation conversion:
                CheckValue(conversion.Operand, writer);
                break;
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts.OfType<IInterpolationOperation>())
                {
                    CheckValue(part.Expression, writer);
                }

                break;
            case IInterpolatedStringHandlerCreationOperation handler:
                CheckValue(handler.Content, writer);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                CheckValue(sum.LeftOperand, writer);
                CheckValue(sum.RightOperand, writer);
                break;
            case IArrayCreationOperation { Initializer: { } initializer }:
                foreach (var element in initializer.ElementValues)
                {
                    CheckValue(element, writer);
                }

                break;
            case ICollectionExpressionOperation expression:
                foreach (var element in expression.Elements)
                {
                    CheckValue(element, writer);
                }

                break;
            case IInvocationOperation
            {
                TargetMethod:
                {
                    Name: "Format" or "Concat",
                    ContainingType.SpecialType: SpecialType.System_String
                }
            } format:
                foreach (var argument in format.Arguments)
                {
                    CheckValue(argument.Value, writer);
                }

                break;
            case IInvocationOperation { TargetMethod.Name: not ("Reveal" or "ToString") }:
                break;
            default:
                if (MayBeSecretText(value) && body.Checks.Keyed.NameOfSource(value) is (SecretName.Secret or SecretName.Token, _))
                {
                    body.Findings.InMessage(value.Syntax, NameOf(value), writer);
                }

                break;
        }
    }

    private static bool MayBeSecretText(IOperation value) =>
        !value.ConstantValue.HasValue && !NamedSinks.IsSecretType(value.Type)
            && value.Type?.SpecialType is null or SpecialType.System_String or SpecialType.System_Object
            && !Owners.HoldTexts((value as IMemberReferenceOperation)?.Member.ContainingType);

    private static string NameOf(IOperation value) => value switch
    {
        IInvocationOperation { Instance: { } instance } => NameOf(instance),
        IMemberReferenceOperation member => member.Member.Name,
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        _ => "This",
    };

    [MethodImpl(Hot.Path)]
    private static bool IsWriter(IMethodSymbol method) => method.ContainingType?.Name switch
    {
        "Console" or "Debug" or "Trace" => method.Name.StartsWith("Write", StringComparison.Ordinal) || method.Name is "Print" or "Fail",
        "LoggerExtensions" or "ILogger" or "Logger" or "Log" or "ILog" or "EventSource" or "ActivityEvent" =>
            Writers.Any(name => method.Name.StartsWith(name, StringComparison.Ordinal)),
        _ => (method.IsPartialDefinition || method.PartialImplementationPart is not null)
            && method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "LoggerMessageAttribute"),
    };

    [MethodImpl(Hot.Path)]
    private static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }
}
