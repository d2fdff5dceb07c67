using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Sinks;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Checks;

/// <summary>Finds secrets that something is compared with.</summary>
internal readonly struct ComparisonCheck(BodyContext body, SinkCheck sinks)
{
    [MethodImpl(Hot.Path)]
    public void Check(IBinaryOperation binary)
    {
        if (binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            Compared(binary.LeftOperand, binary.RightOperand);
            Compared(binary.RightOperand, binary.LeftOperand);
        }
    }

    [MethodImpl(Hot.Path)]
    public void Check(IIsPatternOperation test)
    {
        if (test.Pattern is IConstantPatternOperation constant)
        {
            Compared(test.Value, constant.Value);
        }
    }

    public static bool Compares(IMethodSymbol method) =>
        method.Name is "Equals" or "FixedTimeEquals" or "SequenceEqual" or "Compare" or "CompareOrdinal";

    [MethodImpl(Hot.Path)]
    public void Check(IInvocationOperation invocation)
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

    private void Compared(IOperation secret, IOperation other)
    {
        if (body.Checks.Keyed.NameOfSource(secret) is var (name, description) && name is SecretName.Secret or SecretName.Token
            && !SinkCheck.IsPlainlySafe(other))
        {
            sinks.Sink(SecretSink.Named(name, $"what {description} is compared with", other, SinkStrength.Comparison));
        }
    }
}
