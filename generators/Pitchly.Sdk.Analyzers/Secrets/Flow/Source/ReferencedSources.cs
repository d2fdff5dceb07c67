using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>
/// The C# files of referenced projects, which the build passes to a client as additional files. Only members that never change are read
/// from them: static readonly fields, and static properties without a setter. A file is parsed only if such a member reaches a sink.
/// </summary>
internal sealed class ReferencedSources(ImmutableArray<AdditionalText> files)
{
    private readonly ConcurrentDictionary<(string Type, string Member), string?> _texts = new();

    private readonly ImmutableArray<AdditionalText> _files = files.RemoveAll(file => !IsSource(file.Path));

    public static bool IsSource(string path) => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the text of a static member of another project, if it is written in the file.</summary>
    public string? TextOf(ISymbol member, CancellationToken cancellationToken) =>
        _files.IsEmpty || !NeverChanges(member) ? null
            : _texts.GetOrAdd((member.ContainingType.Name, member.Name), name => Read(name.Type, name.Member, cancellationToken));

    private static bool NeverChanges(ISymbol member) => member is
        IFieldSymbol { IsStatic: true, IsReadOnly: true, Type.SpecialType: SpecialType.System_String }
        or IPropertySymbol { IsStatic: true, SetMethod: null, Type.SpecialType: SpecialType.System_String };

    private string? Read(string type, string member, CancellationToken cancellationToken)
    {
        foreach (var file in _files)
        {
            var text = file.GetText(cancellationToken);
            if (text?.ToString() is not { } written || written.IndexOf(member, StringComparison.Ordinal) < 0
                || written.IndexOf(type, StringComparison.Ordinal) < 0)
            {
                continue;
            }

            var root = CSharpSyntaxTree.ParseText(text, cancellationToken: cancellationToken).GetRoot(cancellationToken);
            var value = root.DescendantNodes().OfType<TypeDeclarationSyntax>()
                .Where(one => one.Identifier.ValueText == type)
                .SelectMany(one => one.Members)
                .Select(one => ValueOf(one, member))
                .FirstOrDefault(one => one is not null);
            if (value is not null)
            {
                return TextOf(value);
            }
        }

        return null;
    }

    private static ExpressionSyntax? ValueOf(MemberDeclarationSyntax declared, string name) => declared switch
    {
        FieldDeclarationSyntax field =>
            field.Declaration.Variables.FirstOrDefault(one => one.Identifier.ValueText == name)?.Initializer?.Value,
        PropertyDeclarationSyntax property when property.Identifier.ValueText == name =>
            property.Initializer?.Value ?? property.ExpressionBody?.Expression,
        _ => null,
    };

    private static string? TextOf(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value as string,
        ParenthesizedExpressionSyntax inner => TextOf(inner.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum =>
            TextOf(sum.Left) is { } left && TextOf(sum.Right) is { } right ? left + right : null,
        _ => null,
    };
}
