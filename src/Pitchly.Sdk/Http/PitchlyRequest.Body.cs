using System.Text.Json;
using Pitchly.Json;

namespace Pitchly.Http;

/// <content>The body: JSON, a form, text, a file, or multiple parts.</content>
public sealed partial class PitchlyRequest
{
    /// <summary>Adds a field to the form, unless the value is <see langword="null"/>.</summary>
    /// <exception cref="ArgumentException">The value can't be sent unchanged.</exception>
    public PitchlyRequest Form(string name, string? value)
    {
        _form ??= [];
        if (value is not null)
        {
            _form.Add(WireText.IsWellFormed(value)
                ? new KeyValuePair<string, string>(name, value)
                : throw new ArgumentException($"The value of '{name}' contains an unpaired surrogate.", name));
        }

        return this;
    }

    /// <summary>Sets a JSON body. It is written again for each attempt.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">A delegate that writes the value.</param>
    public PitchlyRequest Json<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        _json = new JsonValueSource<T>(value, write);
        return this;
    }

    /// <summary>Sets a JSON body with a specific media type.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">A delegate that writes the value.</param>
    /// <param name="mediaType">The media type, for example <c>application/merge-patch+json</c>.</param>
    public PitchlyRequest Json<T>(T value, Action<Utf8JsonWriter, T> write, string mediaType)
    {
        _mediaType = mediaType;
        return Json(value, write);
    }

    /// <summary>Sets a JSON body, unless the value is <see langword="null"/>.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">A delegate that writes the value.</param>
    /// <param name="mediaType">The media type.</param>
    public PitchlyRequest OptionalJson<T>(T value, Action<Utf8JsonWriter, T> write, string mediaType) =>
        value is null ? this : Json(value, write, mediaType);

    /// <summary>Sets a form as the body, with a field for each member of an object.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="value">The object.</param>
    /// <param name="write">A delegate that writes the object as JSON, from which the fields are created.</param>
    /// <param name="styles">The styles of fields that are lists or objects, by field name.</param>
    /// <exception cref="ArgumentException">A value can't be sent unchanged.</exception>
    public PitchlyRequest FormOf<T>(
        T value, Action<Utf8JsonWriter, T> write, params (string Field, ParameterStyle Style, bool Explode)[] styles)
    {
        ArgumentNullException.ThrowIfNull(styles);
        if (value is null)
        {
            return this;
        }

        _form ??= [];
        foreach (var (name, text) in FormFields.Of(value, write, styles))
        {
            Form(name, text);
        }

        return this;
    }

    /// <summary>Sets text as the body, unless it is <see langword="null"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mediaType">The media type of the text.</param>
    public PitchlyRequest Text(string? text, string mediaType)
    {
        if (text is not null)
        {
            _files = RequestFiles.OfText(text, mediaType);
        }

        return this;
    }

    /// <summary>
    /// Sets a file as the body, unless it is <see langword="null"/>. The file is streamed, and can be sent twice only if its stream
    /// supports seeking.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="mediaType">The media type to use if the file has none.</param>
    public PitchlyRequest File(PitchlyFile? file, string mediaType)
    {
        if (file is not null)
        {
            _files = RequestFiles.OfFile(file, mediaType);
        }

        return this;
    }

    /// <summary>Adds a file to a multipart body (RFC 7578), unless it is <see langword="null"/>.</summary>
    /// <param name="name">The name of the part.</param>
    /// <param name="file">The file.</param>
    public PitchlyRequest Part(string name, PitchlyFile? file)
    {
        _files ??= RequestFiles.OfParts();
        _files.Add(name, file);
        return this;
    }

    /// <summary>Adds files to a multipart body, each as a part with the same name.</summary>
    /// <param name="name">The name of the parts.</param>
    /// <param name="files">The files.</param>
    public PitchlyRequest Part(string name, IEnumerable<PitchlyFile>? files)
    {
        _files ??= RequestFiles.OfParts();
        foreach (var file in files ?? [])
        {
            _files.Add(name, file);
        }

        return this;
    }

    /// <summary>
    /// Adds a value to a multipart body, unless it is <see langword="null"/>. A plain value is sent as text, a list of plain values as one
    /// part for each item, and any other value as JSON.
    /// </summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The name of the part.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">A delegate that writes the value as JSON.</param>
    /// <param name="isJson">Whether plain values are sent as JSON too.</param>
    public PitchlyRequest Part<T>(string name, T value, Action<Utf8JsonWriter, T> write, bool isJson = false)
    {
        _files ??= RequestFiles.OfParts();
        if (value is not null && StyledValue.Of(value, write) is { } styled)
        {
            _files.Add(name, styled, isJson);
        }

        return this;
    }
}
