using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Pitchly.Json;

/// <summary>Makes the contracts of a type and of the collections in which it usually travels.</summary>
public static class JsonTypeInfos
{
    /// <summary>The contract of a class, its array, or its list, if that is what is asked for.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="type">The type asked for.</param>
    /// <param name="options">The options that will hold the contract.</param>
    public static JsonTypeInfo? OfClass<T>(Type type, JsonSerializerOptions options)
        where T : class, IPitchlyJson<T> => Of<T>(type, options);

    /// <summary>The contract of a struct, its nullable form, its array, or its list, if that is what is asked for.</summary>
    /// <typeparam name="T">The struct.</typeparam>
    /// <param name="type">The type asked for.</param>
    /// <param name="options">The options that will hold the contract.</param>
    public static JsonTypeInfo? OfStruct<T>(Type type, JsonSerializerOptions options)
        where T : struct, IPitchlyJson<T> => type == typeof(T?)
            ? JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options))
            : Of<T>(type, options);

    private static JsonTypeInfo? Of<T>(Type type, JsonSerializerOptions options)
        where T : IPitchlyJson<T>
    {
        if (type == typeof(T))
        {
            return JsonMetadataServices.CreateValueInfo<T>(options, new PitchlyJsonConverter<T>());
        }

        if (type == typeof(T[]))
        {
            return JsonMetadataServices.CreateArrayInfo<T>(options, new JsonCollectionInfoValues<T[]>());
        }

        if (type == typeof(List<T>))
        {
            return JsonMetadataServices.CreateListInfo<List<T>, T>(options, new JsonCollectionInfoValues<List<T>> { ObjectCreator = () => [] });
        }

        return type == typeof(IReadOnlyList<T>)
            ? JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyList<T>, T>(options, new JsonCollectionInfoValues<IReadOnlyList<T>>())
            : null;
    }
}
