using Microsoft.CodeAnalysis;

namespace Pitchly.Generators.References;

/// <summary>
/// Collects the names of types that the compiler cannot resolve, from a type and from the members of the project's own types.
/// </summary>
internal sealed class UnknownTypes(IAssemblySymbol project, CancellationToken cancellationToken)
{
    private readonly HashSet<ITypeSymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly List<string> _names = [];

    public IEnumerable<string> Names => _names.Distinct();

    public void Add(ITypeSymbol? type)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (type is null || !_seen.Add(type))
        {
            return;
        }

        switch (type)
        {
            case IErrorTypeSymbol { Name.Length: > 0 }:
                _names.Add(type.Name);
                break;
            case IArrayTypeSymbol array:
                Add(array.ElementType);
                break;
            case INamedTypeSymbol named:
                foreach (var argument in named.TypeArguments)
                {
                    Add(argument);
                }

                AddMembers(named);
                break;
        }
    }

    private void AddMembers(INamedTypeSymbol type)
    {
        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, project))
        {
            return;
        }

        Add(type.BaseType);
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            Add(property.Type);
        }
    }
}
