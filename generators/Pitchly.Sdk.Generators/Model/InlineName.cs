using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>
/// Chooses the name of an inline type: its own <c>csharpName</c> or <c>title</c>, unless that is the name of the property or case, and
/// otherwise a name built from its location.
/// </summary>
/// <param name="Default">The name built from the location.</param>
/// <param name="Location">The kind of location.</param>
internal readonly record struct InlineName(string Default, InlineLocation Location = InlineLocation.Nameless)
{
    /// <summary>The maximum length of a name built from locations. Each level of nesting makes the name longer.</summary>
    private const int LongestName = 100;

    public InlineName Inside(string suffix) => new(Default + suffix);

    public string Of(TypeSyntax type, DiagnosticBag diagnostics)
    {
        var notes = type.Notes;
        if (notes.CSharpName is { } chosen && Location != InlineLocation.Property)
        {
            return NameScope.Choose(chosen, notes, NameKind.InlineType, diagnostics);
        }

        if (notes.Title is { } title && Location != InlineLocation.Case)
        {
            return NameScope.Choose(new Name(title, type.At), Notes.None, NameKind.InlineType, diagnostics);
        }

        if (Default.Length <= LongestName)
        {
            return Default;
        }

        var cut = Default.Substring(0, LongestName - StableHash.Length - 1) + "_" + StableHash.Of(Default);
        NameKind.InlineType.ReportRenamed(
            diagnostics, new Name(Default, type.At), cut, $"a name of more than {LongestName} characters is shortened");
        return cut;
    }
}

internal enum InlineLocation
{
    /// <summary>A location without a C# name: items, values, payloads, bodies, results.</summary>
    Nameless,

    /// <summary>A property, whose C# name is <c>csharpName</c>.</summary>
    Property,

    /// <summary>A case of a union, whose name is <c>title</c>.</summary>
    Case,
}
