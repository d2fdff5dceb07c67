using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>The member names of one C# type. Each name is valid, not reserved, and used once.</summary>
internal sealed class NameScope(string owner, DiagnosticBag diagnostics, params IReadOnlyCollection<string>[] reserved)
{
    private readonly Dictionary<string, string> _taken = [];

    /// <summary>Chooses the C# name of a declaration, and reports a name that cannot be used.</summary>
    public string Take(Name name, Notes notes, NameKind kind, string prefix = "", string suffix = "")
    {
        var at = notes.CSharpName?.At ?? name.At;
        var written = Choose(name, notes, kind, diagnostics);
        if (!CSharpName.IsPublic(written))
        {
            return written;
        }

        var chosen = notes.CSharpName is null ? AvoidOwnerName(written, owner, prefix, suffix) : written;
        var full = prefix + chosen + suffix;
        if (chosen != written)
        {
            kind.ReportRenamed(diagnostics, name, full, "a C# member can't have the name of its type");
        }

        if (full == owner)
        {
            kind.ReportInvalid(diagnostics, name with { At = at }, $"a C# member can't have the name of its type, {owner}");
        }
        else if (reserved.Any(set => set.Contains(full)))
        {
            kind.ReportInvalid(diagnostics, name with { At = at }, $"the generated code uses '{full}'");
        }
        else if (_taken.TryGetValue(full, out var other))
        {
            var where = other == name.Text ? "" : $" in C#, by '{other}' and by '{name.Text}'";
            diagnostics.Add(SchemaDescriptors.Collision, at, $"{MessageText.Capitalize(kind.What)} '{chosen}'", where, kind.Fix);
        }
        else
        {
            _taken.Add(full, name.Text);
        }

        return chosen;
    }

    /// <summary>
    /// Returns the name of a member. A member with the same name as its type gets another name, for example <c>Key.KeyValue</c>.
    /// </summary>
    public static string AvoidOwnerName(string chosen, string owner, string prefix = "", string suffix = "") =>
        prefix + chosen + suffix == owner ? chosen + "Value" : chosen;

    /// <summary>Chooses a name, and reports a name that cannot be used.</summary>
    /// <returns>The name, or a name that is not public and so collides with no other name.</returns>
    public static string Choose(Name name, Notes notes, NameKind kind, DiagnosticBag diagnostics)
    {
        var chosen = notes.CSharpName?.Text ?? CSharpName.Pascal(name.Text);
        if (CSharpName.IsPublic(chosen))
        {
            return chosen;
        }

        var why = CSharpName.IsValid(chosen) ? "a public C# name starts with an uppercase letter" : "no C# name can be built from it";
        kind.ReportInvalid(diagnostics, notes.CSharpName ?? name, why);
        return $"invalid{name.At.Start}";
    }
}
