using Pitchly.Generators.Model;

namespace Pitchly.Generators.Emit;

/// <param name="Value">The variable that holds the property's value while the object is read.</param>
/// <param name="Flag">The one that says whether it was there; <see langword="null"/> where its value tells.</param>
internal sealed record Local(string Value, string? Flag);

/// <summary>Names variables so that no two are alike.</summary>
internal static class Locals
{
    /// <summary>How deep lists and maps may nest in one member; deeper schemas don't occur.</summary>
    private const int MaxDepth = 16;

    public static IReadOnlyList<(PropertyModel Property, Local Local)> For(
        IEnumerable<PropertyModel> properties, Func<PropertyModel, string> name, HashSet<string> names)
    {
        return properties
            .Select(property =>
            {
                var value = Pick(CSharpName.Camel(name(property)), names);
                var needsFlag = !property.IsConstant && property.Required && (property.Type.IsValueType() || property.Type.Nullable);
                return (property, new Local(CSharpName.Escape(value), needsFlag ? Pick($"has{name(property)}", names) : null));
            })
            .ToList();
    }

    /// <summary>The names that code inside an expression may use, and those given.</summary>
    public static HashSet<string> Reserved(params string[] more) =>
        [.. more, .. Enumerable.Range(0, MaxDepth).SelectMany(depth => ((string[])["i", "pair", "present"]).Select(name => OfDepth(name, depth)))];

    /// <summary>A variable of a nested loop: i, i1, i2, …</summary>
    public static string OfDepth(string name, int depth) => depth == 0 ? name : name + depth;

    /// <summary>The name itself, or the first free one of name2, name3, …</summary>
    public static string Pick(string name, HashSet<string> taken)
    {
        var picked = name;
        for (var number = 2; !taken.Add(picked); number++)
        {
            picked = name + number;
        }

        return picked;
    }
}
