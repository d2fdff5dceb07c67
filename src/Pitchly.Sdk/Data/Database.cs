using System.Diagnostics.CodeAnalysis;

namespace Pitchly.Data;

/// <content>Fields by name.</content>
public sealed partial record Database
{
    /// <summary>Gets the field with the specified name.</summary>
    /// <param name="name">The name of the field, as Pitchly shows it. Case matters.</param>
    /// <returns>The field.</returns>
    /// <exception cref="KeyNotFoundException">The database has no such field. The message lists the fields that it has.</exception>
    public Field GetField(string name) => TryGetField(name, out var field) ? field : throw NotFound($"field '{name}'");

    /// <summary>Gets the field with the specified name, if there is one.</summary>
    /// <param name="name">The name of the field, as Pitchly shows it. Case matters.</param>
    /// <param name="field">The field, or <see langword="null"/> if the database has no such field.</param>
    /// <returns><see langword="true"/> if the database has the field; otherwise, <see langword="false"/>.</returns>
    public bool TryGetField(string name, [NotNullWhen(true)] out Field? field)
    {
        ArgumentNullException.ThrowIfNull(name);
        field = Fields.FirstOrDefault(one => one.Name == name);
        return field is not null;
    }

    /// <summary>Gets the primary field, whose values name the rows.</summary>
    /// <returns>The field.</returns>
    /// <exception cref="KeyNotFoundException">The database has no primary field. The message lists the fields that it has.</exception>
    public Field GetPrimaryField() => Fields.FirstOrDefault(one => one.Primary == true) ?? throw NotFound("primary field");

    private KeyNotFoundException NotFound(string what) =>
        new($"The database '{Name}' has no {what}. Its fields are {string.Join(", ", Fields.Select(one => $"'{one.Name}'"))}.");
}
