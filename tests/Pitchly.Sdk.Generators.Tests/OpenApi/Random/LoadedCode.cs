using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.CodeAnalysis;

namespace Pitchly.Generators.Tests.OpenApi.Random;

/// <summary>Emitted code that is compiled and loaded.</summary>
internal sealed class LoadedCode : IDisposable
{
    private readonly AssemblyLoadContext _context = new(nameof(LoadedCode), isCollectible: true);
    private readonly Dictionary<string, JsonSerializerOptions> _options = [];
    private readonly Assembly? _assembly;

    public LoadedCode(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Findings = result.Diagnostics;
        if (!result.Success)
        {
            return;
        }

        image.Position = 0;
        _assembly = _context.LoadFromStream(image);
        _options = _assembly.GetTypes()
            .Where(type => typeof(IJsonTypeInfoResolver).IsAssignableFrom(type))
            .ToDictionary(
                type => type.Namespace!,
                type => new JsonSerializerOptions { TypeInfoResolver = (IJsonTypeInfoResolver)Activator.CreateInstance(type)! });
    }

    /// <summary>Gets the diagnostics of the compiler.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; }

    /// <summary>Reads JSON as a type, and writes the value that was read. If reading fails, returns the reason as a JSON string.</summary>
    public string RoundTrip(string space, string name, string json)
    {
        var type = _assembly!.GetType($"{space}.{name}", throwOnError: true)!;
        try
        {
            return JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type, _options[space]), type, _options[space]);
        }
        catch (JsonException exception)
        {
            return JsonSerializer.Serialize(exception.Message + " in " + json);
        }
    }

    public void Dispose() => _context.Unload();
}
