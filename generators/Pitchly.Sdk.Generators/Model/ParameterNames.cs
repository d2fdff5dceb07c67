namespace Pitchly.Generators.Model;

/// <summary>Names parameters whose authors chose no names for C#: each idiomatic, and taken once.</summary>
/// <param name="taken">The names of other parameters of the method.</param>
internal sealed class ParameterNames(params string[] taken)
{
    private readonly HashSet<string> _taken = [.. taken];

    /// <summary>Returns a name, with an <c>@</c> where C# needs one.</summary>
    /// <param name="text">What is to be named.</param>
    /// <param name="fallback">A name for a text of which none can be made.</param>
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
