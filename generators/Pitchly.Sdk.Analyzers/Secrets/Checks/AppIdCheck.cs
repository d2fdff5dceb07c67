using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Sinks;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Checks;

/// <summary>Finds secrets that are passed where an App ID is expected.</summary>
internal readonly struct AppIdCheck(BodyContext body)
{
    [MethodImpl(Hot.Path)]
    public void Check(IArgumentOperation argument)
    {
        if (AppIdSinks.Of(argument) is { } sink)
        {
            Check(argument.Value, sink);
        }
    }

    [MethodImpl(Hot.Path)]
    public void Check(ISimpleAssignmentOperation assignment)
    {
        if (AppIdSinks.Of(assignment) is { } sink)
        {
            Check(assignment.Value, sink);
        }
    }

    private void Check(IOperation value, string sink)
    {
        if (body.Checks.Keyed.NameOfSource(value) is var (name, source) && name == SecretName.Secret && IsCalledSecret(source))
        {
            body.Findings.AsAppId(value.Syntax, value.Syntax, sink);
            return;
        }

        if (value.ConstantValue.HasValue && value.ConstantValue.Value is not string)
        {
            return;
        }

        foreach (var found in body.NewWalk(value).Texts(new Place(value)))
        {
            if (found.Sources.Length > 0 && found.Text is { } text && TextCheck.ShapeOf(text, out _) != ShapeKind.None)
            {
                body.Findings.AsAppId(found.Sources[0], value.Syntax, sink);
            }
        }
    }

    /// <summary>
    /// Determines whether a name contains "secret". The word "key" is not enough, because other services call their IDs keys.
    /// </summary>
    private static bool IsCalledSecret(string source) => source.IndexOf("secret", StringComparison.OrdinalIgnoreCase) >= 0;
}
