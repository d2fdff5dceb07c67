using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Sinks;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Checks;

/// <summary>Finds literals that a secret is compared with.</summary>
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
    public void Check(IIsPatternOperation test) => Matched(test.Value, test.Pattern);

    /// <summary>Checks the labels or arms of a switch.</summary>
    public void Switch(IOperation choice)
    {
        if (choice is ISwitchExpressionOperation expression)
        {
            foreach (var arm in expression.Arms)
            {
                Matched(expression.Value, arm.Pattern);
            }
        }
        else if (choice is ISwitchOperation statement)
        {
            foreach (var label in statement.Cases.SelectMany(one => one.Clauses))
            {
                switch (label)
                {
                    case ISingleValueCaseClauseOperation single:
                        Compared(statement.Value, single.Value);
                        break;
                    case IPatternCaseClauseOperation pattern:
                        Matched(statement.Value, pattern.Pattern);
                        break;
                }
            }
        }
    }

    private void Matched(IOperation value, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                Compared(value, constant.Value);
                break;
            case INegatedPatternOperation negated:
                Matched(value, negated.Pattern);
                break;
            case IBinaryPatternOperation binary:
                Matched(value, binary.LeftPattern);
                Matched(value, binary.RightPattern);
                break;
            case IRecursivePatternOperation recursive:
                foreach (var part in recursive.PropertySubpatterns)
                {
                    Matched(part.Member, part.Pattern);
                }

                Matched(recursive);

                break;
        }
    }

    public static bool Compares(IMethodSymbol method) => method.Name switch
    {
        "Equals" or "FixedTimeEquals" or "SequenceEqual" or "Compare" or "CompareOrdinal" => true,
        "Contains" => method.ContainingType?.Name is "Enumerable" or "MemoryExtensions" or "HashSet" or "List" or "ICollection",
        _ => false,
    };

    [MethodImpl(Hot.Path)]
    public void Check(IInvocationOperation invocation)
    {
        if (!Compares(invocation.TargetMethod))
        {
            return;
        }

        var values = invocation.Arguments.Select(argument => argument.Value).ToList();
        if (invocation.Instance is { } instance && !IsComparer(instance.Type))
        {
            values.Insert(0, instance);
        }

        if (values.Count >= 2)
        {
            Compared(values[0], values[1]);
            Compared(values[1], values[0]);
        }
    }

    private static bool IsComparer(ITypeSymbol? type) => type?.Name.EndsWith("Comparer", StringComparison.Ordinal) == true;

    private void Compared(IOperation secret, IOperation other)
    {
        if (body.Checks.Keyed.NameOfSource(secret) is var (name, description))
        {
            Compared(name, description, other);
        }
    }

    private void Compared(SecretName name, string description, IOperation other)
    {
        if (name is SecretName.Secret or SecretName.Token && !SinkCheck.IsPlainlySafe(other))
        {
            sinks.Sink(SecretSink.Named(name, $"the value that {description} is compared with", other, SinkStrength.Comparison));
        }
    }

    /// <summary>Checks the positional subpatterns of a tuple or record, whose type names the positions.</summary>
    private void Matched(IRecursivePatternOperation positions)
    {
        var names = positions.DeconstructSymbol is IMethodSymbol deconstruct ? deconstruct.Parameters.Select(one => one.Name)
            : positions.MatchedType is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.Select(one => one.Name) : null;
        foreach (var (pattern, name) in positions.DeconstructionSubpatterns.Zip(names ?? [], (pattern, name) => (pattern, name)))
        {
            if (pattern is IConstantPatternOperation constant)
            {
                Compared(body.Checks.Names.Of(name), $"'{name}'", constant.Value);
            }
        }
    }
}
