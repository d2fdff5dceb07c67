namespace Pitchly.Generators.Model;

/// <summary>Names parameters whose authors chose no C# names. Each name is idiomatic and unique.</summary>
/// <param name="taken">The names of the method's other parameters.</param>
internal sealed class ParameterNames(params string[] taken)
{
    private readonly HashSet<string> _taken = [.. taken];

    /// <summary>Returns a name, with an <c>@</c> if C# requires one.</summary>
    /// <param name="text">The original name.</param>
    /// <param name="fallback">The name to use if no C# name can be created from the original one.</param>
    public string Take(string text, string fallback)
    {
        var wanted = CSharpName.Camel(IdiomaticName.Of(text, fallback));
        var name = wanted;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = wanted + number;
        }

        return CSharpName.Escape(name);
    }
}
