using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Pitchly.Json;

/// <summary>Makes the contracts of collections, with no reflection.</summary>
internal static class JsonCollectionInfos
{
    public static JsonTypeInfo? Of<T>(Type type, JsonSerializerOptions options) =>
        type == typeof(T[]) ? JsonMetadataServices.CreateArrayInfo<T>(options, new())
        : !type.IsGenericType ? null
        : Lists<T>(type, options) ?? Sets<T>(type, options) ?? Maps<T>(type, options);

    private static JsonTypeInfo? Lists<T>(Type type, JsonSerializerOptions options) =>
        type == typeof(List<T>) ? JsonMetadataServices.CreateListInfo<List<T>, T>(options, new() { ObjectCreator = static () => [] })
        : type == typeof(IReadOnlyList<T>) ? JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyList<T>, T>(options, new())
        : type == typeof(IEnumerable<T>) ? JsonMetadataServices.CreateIEnumerableInfo<IEnumerable<T>, T>(options, new())
        : type == typeof(IReadOnlyCollection<T>) ? JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyCollection<T>, T>(options, new())
        : type == typeof(IList<T>) ? JsonMetadataServices.CreateIListInfo<IList<T>, T>(options, new())
        : type == typeof(ICollection<T>) ? JsonMetadataServices.CreateICollectionInfo<ICollection<T>, T>(options, new())
        : type == typeof(ImmutableArray<T>)
            ? JsonMetadataServices.CreateImmutableEnumerableInfo<ImmutableArray<T>, T>(options, new(), static items => [.. items])
        : type == typeof(ImmutableList<T>)
            ? JsonMetadataServices.CreateImmutableEnumerableInfo<ImmutableList<T>, T>(options, new(), static items => [.. items])
        : type == typeof(IAsyncEnumerable<T>) ? JsonMetadataServices.CreateIAsyncEnumerableInfo<IAsyncEnumerable<T>, T>(options, new())
        : null;

    private static JsonTypeInfo? Sets<T>(Type type, JsonSerializerOptions options) =>
        type == typeof(HashSet<T>) ? JsonMetadataServices.CreateISetInfo<HashSet<T>, T>(options, new() { ObjectCreator = static () => [] })
        : type == typeof(ISet<T>) ? JsonMetadataServices.CreateISetInfo<ISet<T>, T>(options, new())
        : null;

    private static JsonTypeInfo? Maps<T>(Type type, JsonSerializerOptions options) =>
        type == typeof(Dictionary<string, T>)
            ? JsonMetadataServices.CreateDictionaryInfo<Dictionary<string, T>, string, T>(options, new() { ObjectCreator = static () => [], KeyInfo = Key(options) })
        : type == typeof(IReadOnlyDictionary<string, T>)
            ? JsonMetadataServices.CreateIReadOnlyDictionaryInfo<IReadOnlyDictionary<string, T>, string, T>(options, new() { KeyInfo = Key(options) })
        : type == typeof(IDictionary<string, T>)
            ? JsonMetadataServices.CreateIDictionaryInfo<IDictionary<string, T>, string, T>(options, new() { KeyInfo = Key(options) })
        : null;

    private static JsonTypeInfo<string> Key(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateValueInfo<string>(options, JsonMetadataServices.StringConverter);
}
