using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>
/// The result of the checks across all schemas: names that are used twice, and files that cannot be emitted until another file is fixed.
/// </summary>
/// <remarks>Names that differ only in case also collide, since the files that contain them would collide on many file systems.</remarks>
/// <param name="Diagnostics">The collisions between and within files.</param>
/// <param name="Broken">The paths of the files that cannot be emitted.</param>
/// <param name="SharedClientNames">The client names that several files use, each file in its own namespace.</param>
internal sealed record SchemaSet(
    EquatableArray<SchemaDiagnostic> Diagnostics, EquatableArray<string> Broken, EquatableArray<string> SharedClientNames)
{
    private const string GiveAnotherId = "give this schema another '$id'";

    public static SchemaSet Check(IReadOnlyCollection<(ReadSchema Read, BoundSchema Bound)> schemas)
    {
        var diagnostics = Collisions(schemas.Select(schema => schema.Bound).ToList()).ToList();
        var broken = schemas
            .Where(schema => schema.Read.Diagnostics.Concat(schema.Bound.Diagnostics).Any(diagnostic => diagnostic.IsError))
            .Select(schema => schema.Bound.Document.Path)
            .Concat(diagnostics.Select(diagnostic => diagnostic.Path));
        var shared = schemas
            .SelectMany(schema => schema.Bound.Model.Clients.Select(client => client.ClientName))
            .GroupBy(name => name)
            .Where(group => group.Skip(1).Any())
            .Select(group => group.Key)
            .OrderBy(name => name, StringComparer.Ordinal);
        return new SchemaSet(
            diagnostics.ToEquatableArray(),
            WithDependents(broken, schemas.Select(schema => schema.Bound.Document).ToList()).ToEquatableArray(),
            shared.ToEquatableArray());
    }

    /// <remarks>Collisions between schemas of other projects are not reported.</remarks>
    private static IEnumerable<SchemaDiagnostic> Collisions(IReadOnlyCollection<BoundSchema> schemas)
    {
        var own = new HashSet<string>(schemas.Where(schema => !schema.Document.IsReference).Select(schema => schema.Document.Path));
        var copies = Copies(schemas).Where(diagnostic => own.Contains(diagnostic.Path)).ToList();
        var all = AllCollisions(schemas).Where(diagnostic => own.Contains(diagnostic.Path));
        return copies.Concat(all.Where(diagnostic => copies.All(copy => copy.Path != diagnostic.Path)));
    }

    /// <summary>Reports each schema whose types another project also compiles, once per file instead of once per type.</summary>
    private static IEnumerable<SchemaDiagnostic> Copies(IReadOnlyCollection<BoundSchema> schemas)
    {
        var others = new Dictionary<string, string>();
        foreach (var schema in schemas.Where(schema => schema.Document is { IsReference: true, IsHidden: false }))
        {
            foreach (var name in schema.Names)
            {
                others[name.FullName] = schema.Document.Path;
            }
        }

        return schemas
            .Where(schema => !schema.Document.IsReference)
            .Select(schema => (schema.Document, Name: schema.Names.FirstOrDefault(name => others.ContainsKey(name.FullName))))
            .Where(found => found.Name is not null)
            .Select(found =>
            {
                string[] arguments = [found.Name!.FullName, $"the project of '{others[found.Name.FullName]}'", found.Document.FileName];
                return new SchemaDiagnostic(
                    SchemaDescriptors.CompiledTwice, found.Document.Path, found.Document.Namespace.At, arguments.ToEquatableArray());
            });
    }

    private static IEnumerable<SchemaDiagnostic> AllCollisions(IEnumerable<BoundSchema> schemas)
    {
        var all = schemas.Where(schema => !schema.Document.IsHidden)
            .OrderBy(schema => !schema.Document.IsReference)
            .ThenBy(schema => schema.Document.Path, StringComparer.Ordinal)
            .ToList();
        foreach (var group in all.Select(schema => schema.Document)
            .Where(document => document.Id is not null)
            .GroupBy(document => document.Id!.Text))
        {
            foreach (var twice in group.Skip(1))
            {
                yield return Collision(
                    twice.Path, twice.Id!.At, $"The '$id' '{group.Key}'", $", also by {group.First().Path}", GiveAnotherId);
            }
        }

        var names = all.SelectMany(schema => schema.Names).ToList();
        var namespaces = new HashSet<string>(all.SelectMany(schema => Prefixes(schema.Document.Namespace.Text)));
        foreach (var group in names.GroupBy(name => name.FullName, StringComparer.OrdinalIgnoreCase))
        {
            foreach (var twice in group.Skip(1))
            {
                var where = $" as the C# type '{twice.FullName}'{Elsewhere(group.First(), twice)}";
                yield return Collision(twice.Path, twice.At, twice.What, where, twice.Fix);
            }

            if (namespaces.Contains(group.Key))
            {
                var type = group.First();
                yield return Collision(type.Path, type.At, type.What, $", as the C# type and as the namespace '{group.Key}'", type.Fix);
            }
        }
    }

    private static IEnumerable<string> WithDependents(IEnumerable<string> broken, List<SchemaDocument> documents)
    {
        var found = new HashSet<string>(broken);
        var names = new HashSet<string>(documents.Where(document => found.Contains(document.Path)).SelectMany(Names));
        while (documents
            .Where(document => !found.Contains(document.Path) && document.References.Any(names.Contains))
            .ToList() is { Count: > 0 } dependents)
        {
            foreach (var dependent in dependents)
            {
                found.Add(dependent.Path);
                names.UnionWith(Names(dependent));
            }
        }

        return found.OrderBy(path => path, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Names(SchemaDocument document) =>
        document.Id is { } id ? [document.Location, id.Text] : [document.Location];

    private static IEnumerable<string> Prefixes(string name)
    {
        for (var dot = name.Length; dot > 0; dot = name.LastIndexOf('.', dot - 1))
        {
            yield return name.Substring(0, dot);
        }
    }

    private static string Elsewhere(DeclaredName first, DeclaredName second) => first.Path == second.Path
        ? $", first on line {first.At.First.Line + 1}"
        : $", first in {System.IO.Path.GetFileName(first.Path)}, line {first.At.First.Line + 1}";

    private static SchemaDiagnostic Collision(string path, SourceRange at, string what, string where, string fix) =>
        new(SchemaDescriptors.Collision, path, at, new[] { what, where, fix }.ToEquatableArray());
}
