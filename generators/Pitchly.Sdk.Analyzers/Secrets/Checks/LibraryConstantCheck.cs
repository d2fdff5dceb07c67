using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Sinks;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Checks;

/// <summary>
/// Finds secrets that are constants of a library. The compiler copies a constant of another assembly into this one when it is used.
/// </summary>
internal readonly struct LibraryConstantCheck(BodyContext body)
{
    [MethodImpl(Hot.Path)]
    public void Check(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (body.Findings.Kind == ProjectKind.Client
            && field is { IsConst: true, ConstantValue: string text }
            && IsSecretOfLibrary(field, text))
        {
            body.Findings.InLibrary(reference.Syntax, reference.Syntax, field);
        }
    }

    private bool IsSecretOfLibrary(IFieldSymbol field, string text)
    {
        if (body.Program.DeclarationOf(field, body.CancellationToken) is not null)
        {
            return false;
        }

        return SecretShape.Of(text) != ShapeKind.None
            || (body.Checks.Names.Of(field.Name) is SecretName.Secret or SecretName.Token
                && SecretValue.IsSecret(text, SinkStrength.Named, body.Checks.Options));
    }
}
