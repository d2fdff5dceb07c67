using Pitchly.Generators.Model;

namespace Pitchly.Generators.Emit;

/// <param name="Value">The variable that holds the property's value while the object is read.</param>
/// <param name="Flag">The variable that records whether the property was present; <see langword="null"/> if the value shows it.</param>
internal sealed record Local(string Value, string? Flag);

/// <summary>Chooses unique names for local variables.</summary>
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

    /// <summary>Creates the set of names that are already taken, in addition to those of nested loops.</summary>
    public static HashSet<string> Reserved(params string[] names) => [.. names];

    /// <summary>Returns the name of a variable of a nested loop: i, i1, i2, and so on.</summary>
    public static string OfDepth(string name, int depth) => depth == 0 ? name : name + depth;

    /// <summary>
    /// Returns the name itself, or the first free one of name2, name3, and so on. The result is never the name of a loop variable.
    /// </summary>
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
