using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Pitchly.Json;

/// <summary>Creates the contracts of collections without reflection.</summary>
internal static class JsonCollectionInfos
{
    public static JsonTypeInfo? Of<T>(Type type, JsonSerializerOptions options) =>
        type == typeof(T[]) ? JsonMetadataServices.CreateArrayInfo<T>(options, new())
        : !type.IsGenericType ? null
        : Lists<T>(type, options) ?? Sets<T>(type, options) ?? Maps<string, T>(type, options);

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

    public static JsonTypeInfo? Maps<TKey, T>(Type type, JsonSerializerOptions options)
        where TKey : notnull =>
        type == typeof(Dictionary<TKey, T>)
            ? JsonMetadataServices.CreateDictionaryInfo<Dictionary<TKey, T>, TKey, T>(
                options, new() { ObjectCreator = static () => [], KeyInfo = Key<TKey>(options) })
        : type == typeof(IReadOnlyDictionary<TKey, T>)
            ? JsonMetadataServices.CreateIReadOnlyDictionaryInfo<IReadOnlyDictionary<TKey, T>, TKey, T>(
                options, new() { KeyInfo = Key<TKey>(options) })
        : type == typeof(IDictionary<TKey, T>)
            ? JsonMetadataServices.CreateIDictionaryInfo<IDictionary<TKey, T>, TKey, T>(options, new() { KeyInfo = Key<TKey>(options) })
        : null;

    private static JsonTypeInfo<TKey> Key<TKey>(JsonSerializerOptions options) =>
        typeof(TKey) == typeof(string)
            ? (JsonTypeInfo<TKey>)(object)JsonMetadataServices.CreateValueInfo<string>(options, JsonMetadataServices.StringConverter)
            : (JsonTypeInfo<TKey>)options.GetTypeInfo(typeof(TKey));
}
