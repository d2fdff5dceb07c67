using Pitchly.Generators.Model;

namespace Pitchly.Generators.Emit;

/// <param name="Value">The variable that holds the property's value while the object is read.</param>
/// <param name="Flag">The one that says whether it was there; <see langword="null"/> where its value tells.</param>
internal sealed record Local(string Value, string? Flag);

/// <summary>Names variables so that no two are the same.</summary>
internal static class Locals
{
    private static readonly string[] LoopVariables = ["i", "pair", "present"];

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

    /// <summary>The names that are taken, beside those of nested loops.</summary>
    public static HashSet<string> Reserved(params string[] names) => [.. names];

    /// <summary>A variable of a nested loop: i, i1, i2, …</summary>
    public static string OfDepth(string name, int depth) => depth == 0 ? name : name + depth;

    /// <summary>The name itself, or the first free one of name2, name3, …; never one of a nested loop.</summary>
    public static string Pick(string name, HashSet<string> taken)
    {
        name = IsOfLoop(name) ? name + "Value" : name;
        var picked = name;
        for (var number = 2; !taken.Add(picked); number++)
        {
            picked = name + number;
        }

        return picked;
    }

    private static bool IsOfLoop(string name)
    {
        foreach (var variable in LoopVariables)
        {
            if (name.StartsWith(variable, StringComparison.Ordinal) && IsNumber(name, variable.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNumber(string name, int start)
    {
        for (var i = start; i < name.Length; i++)
        {
            if (!char.IsDigit(name[i]))
            {
                return false;
            }
        }

        return true;
    }
}
