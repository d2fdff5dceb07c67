using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Binds the values of an enum. Each value becomes a member.</summary>
internal static class EnumBinder
{
    public static EquatableArray<EnumValueModel> Bind(EnumSyntax type, string owner, DiagnosticBag diagnostics)
    {
        var scope = new NameScope(owner, diagnostics, ReservedNames.Members, ReservedNames.EnumMembers);
        return type.Values
            .Select(value =>
            {
                var (text, notes) = (value.Name.Text, value.Notes ?? Notes.None);
                var kind = value.Notes is null ? NameKind.Value(type.Kind == ScalarKind.String ? $"\"{text}\"" : text) : NameKind.Constant;
                var name = scope.Take(new Name(notes.Title ?? NameOfValue(text, type.Kind), value.Name.At), notes, kind);
                return new EnumValueModel(name, text, DocsOf.Declaration(notes, $"The value '{text}'."));
            })
            .ToEquatableArray();
    }

    /// <summary>Returns the name of a value. The number -1 becomes <c>Minus1</c>, and 1 becomes <c>_1</c>.</summary>
    private static string NameOfValue(string text, ScalarKind kind) => kind == ScalarKind.String ? text : text.Replace("-", "minus ");
}
