using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Names an inline type: by what it says of itself, as far as that is not its place's, or else by its place.</summary>
/// <param name="OfPlace">The name that the place gives it.</param>
/// <param name="Place">What stands there.</param>
internal readonly record struct InlineName(string OfPlace, InlinePlace Place = InlinePlace.Nameless)
{
    /// <summary>The longest name that is made of places; the levels above and below would only make it longer.</summary>
    private const int LongestName = 100;

    public InlineName Inside(string suffix) => new(OfPlace + suffix);

    public string Of(TypeSyntax type, DiagnosticBag diagnostics)
    {
        var notes = type.Notes;
        if (notes.CSharpName is { } chosen && Place != InlinePlace.Property)
        {
            return NameScope.Choose(chosen, notes, NameKind.InlineType, diagnostics);
        }

        if (notes.Title is { } title && Place != InlinePlace.Case)
        {
            return NameScope.Choose(new Name(title, type.At), Notes.None, NameKind.InlineType, diagnostics);
        }

        if (OfPlace.Length <= LongestName)
        {
            return OfPlace;
        }

        var cut = OfPlace.Substring(0, LongestName - StableHash.Length - 1) + "_" + StableHash.Of(OfPlace);
        NameKind.InlineType.TellRenamed(diagnostics, new Name(OfPlace, type.At), cut, $"a name of more than {LongestName} letters is cut");
        return cut;
    }
}

internal enum InlinePlace
{
    /// <summary>A place with no name in C#: items, values, payloads, bodies, results.</summary>
    Nameless,

    /// <summary>A property, whose name in C# is <c>csharpName</c>.</summary>
    Property,

    /// <summary>A case of a union, whose name is <c>title</c>.</summary>
    Case,
}
