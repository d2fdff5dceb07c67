using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Pitchly.Json;

/// <summary>Makes the contracts of a type and of the collections in which it usually travels.</summary>
public static class JsonTypeInfos
{
    /// <summary>The contract of a class or of a collection of it, if that is what is asked for.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="type">The type asked for.</param>
    /// <param name="options">The options that will hold the contract.</param>
    public static JsonTypeInfo? OfClass<T>(Type type, JsonSerializerOptions options)
        where T : class, IPitchlyJson<T> => type == typeof(T)
            ? JsonMetadataServices.CreateValueInfo<T>(options, new PitchlyJsonConverter<T>())
            : JsonCollectionInfos.Of<T>(type, options);

    /// <summary>The contract of a struct, its nullable form, or a collection of it, if that is what is asked for.</summary>
    /// <typeparam name="T">The struct.</typeparam>
    /// <param name="type">The type asked for.</param>
    /// <param name="options">The options that will hold the contract.</param>
    public static JsonTypeInfo? OfStruct<T>(Type type, JsonSerializerOptions options)
        where T : struct, IPitchlyJson<T> => OfStruct(type, options, new PitchlyJsonConverter<T>());

    /// <summary>The contract of an id or enum, its nullable form, or a collection of it, if that is what is asked for.</summary>
    /// <typeparam name="T">The id or enum.</typeparam>
    /// <param name="type">The type asked for.</param>
    /// <param name="options">The options that will hold the contract.</param>
    public static JsonTypeInfo? OfText<T>(Type type, JsonSerializerOptions options)
        where T : struct, IPitchlyText<T> => OfStruct(type, options, new PitchlyTextConverter<T>());

    private static JsonTypeInfo? OfStruct<T>(Type type, JsonSerializerOptions options, JsonConverter<T> converter)
        where T : struct =>
            type == typeof(T) ? JsonMetadataServices.CreateValueInfo<T>(options, converter)
            : type == typeof(T?) ? JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options))
            : JsonCollectionInfos.Of<T>(type, options);
}
