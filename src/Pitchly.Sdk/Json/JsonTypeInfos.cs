using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Pitchly.Json;

/// <summary>Creates the contracts of a type and of common collections of it.</summary>
public static class JsonTypeInfos
{
    /// <summary>Returns the contract of a class or of a collection of it; null if another type is requested.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="type">The requested type.</param>
    /// <param name="options">The options that will contain the contract.</param>
    public static JsonTypeInfo? OfClass<T>(Type type, JsonSerializerOptions options)
        where T : class, IPitchlyJson<T> => type == typeof(T)
            ? JsonMetadataServices.CreateValueInfo<T>(options, new PitchlyJsonConverter<T>())
            : JsonCollectionInfos.Of<T>(type, options);

    /// <summary>
    /// Returns the contract of a struct, of its nullable form, or of a collection of it; null if another type is requested.
    /// </summary>
    /// <typeparam name="T">The struct.</typeparam>
    /// <param name="type">The requested type.</param>
    /// <param name="options">The options that will contain the contract.</param>
    public static JsonTypeInfo? OfStruct<T>(Type type, JsonSerializerOptions options)
        where T : struct, IPitchlyJson<T> => OfStruct(type, options, new PitchlyJsonConverter<T>());

    /// <summary>
    /// Returns the contract of an id or enum, of its nullable form, or of a collection of it; null if another type is requested.
    /// </summary>
    /// <typeparam name="T">The id or enum.</typeparam>
    /// <param name="type">The requested type.</param>
    /// <param name="options">The options that will contain the contract.</param>
    public static JsonTypeInfo? OfText<T>(Type type, JsonSerializerOptions options)
        where T : struct, IPitchlyText<T> => OfStruct(type, options, new PitchlyTextConverter<T>());

    /// <summary>
    /// Returns a resolver for dictionaries with a key type and a value type, to be combined with the schema's own resolver:
    /// <c>JsonTypeInfoResolver.Combine(MyAppJsonResolver.Default, JsonTypeInfos.OfDictionary&lt;DatabaseId, Row&gt;())</c>. Dictionaries
    /// with string keys do not need it.
    /// </summary>
    /// <typeparam name="TKey">The type of the keys, such as an id of the schema.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    public static IJsonTypeInfoResolver OfDictionary<TKey, TValue>()
        where TKey : notnull => new DictionaryResolver<TKey, TValue>();

    private static JsonTypeInfo? OfStruct<T>(Type type, JsonSerializerOptions options, JsonConverter<T> converter)
        where T : struct =>
            type == typeof(T) ? JsonMetadataServices.CreateValueInfo<T>(options, converter)
            : type == typeof(T?) ? JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options))
            : JsonCollectionInfos.Of<T>(type, options);

    private sealed class DictionaryResolver<TKey, TValue> : IJsonTypeInfoResolver
        where TKey : notnull
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => JsonCollectionInfos.Maps<TKey, TValue>(type, options);
    }
}
