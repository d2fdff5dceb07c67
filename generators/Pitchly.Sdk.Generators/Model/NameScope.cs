using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>The members of one C# type: each name valid, unreserved and taken once.</summary>
internal sealed class NameScope(string owner, DiagnosticBag diagnostics, params IReadOnlyCollection<string>[] reserved)
{
    private readonly Dictionary<string, string> _taken = [];

    /// <summary>Chooses the C# name of a declaration and reports it where it can't be had.</summary>
    public string Take(Name name, Notes notes, string what, string prefix = "", string suffix = "")
    {
        var at = notes.CSharpName?.At ?? name.At;
        var chosen = Choose(name, notes, what, diagnostics);
        var full = prefix + chosen + suffix;
        if (full == owner)
        {
            diagnostics.Add(SchemaDescriptors.BadName, at, name.Text, what, $"a C# member can't have the name of its type, {owner}");
        }
        else if (reserved.Any(set => set.Contains(full)))
        {
            diagnostics.Add(SchemaDescriptors.BadName, at, name.Text, what, $"the generated code needs '{full}' itself");
        }
        else if (_taken.TryGetValue(full, out var other))
        {
            diagnostics.Add(SchemaDescriptors.Collision, at, $"{Say.Capital(what)} '{chosen}'", other == name.Text ? "" : $" in C#, by '{other}' and by '{name.Text}'");
        }
        else
        {
            _taken.Add(full, name.Text);
        }

        return chosen;
    }

    public static string Choose(Name name, Notes notes, string what, DiagnosticBag diagnostics)
    {
        var chosen = notes.CSharpName?.Text ?? CSharpName.Pascal(name.Text);
        if (CSharpName.IsPublic(chosen))
        {
            return chosen;
        }

        diagnostics.Add(
            SchemaDescriptors.BadName,
            notes.CSharpName?.At ?? name.At,
            notes.CSharpName?.Text ?? name.Text,
            what,
            CSharpName.IsValid(chosen) ? "a public C# name starts with a capital" : "no C# name can be made of it");
        return "Invalid";
    }
}
