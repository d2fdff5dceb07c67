using System.Text.Json;
using Pitchly.Json;

namespace Pitchly.Http;

/// <content>The body: JSON, a form, a text, a file, or several parts.</content>
public sealed partial class PitchlyRequest
{
    /// <summary>Adds a field to the form, unless there is no value.</summary>
    /// <exception cref="ArgumentException">The value can't be sent as it is.</exception>
    public PitchlyRequest Form(string name, string? value)
    {
        _form ??= [];
        if (value is not null)
        {
            _form.Add(WireText.IsWellFormed(value)
                ? new KeyValuePair<string, string>(name, value)
                : throw new ArgumentException($"The value of '{name}' holds half a surrogate pair.", name));
        }

        return this;
    }

    /// <summary>Sets a JSON body, which is written for each attempt.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    public PitchlyRequest Json<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        _json = new JsonValueSource<T>(value, write);
        return this;
    }

    /// <summary>Sets a JSON body of a media type of its own.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="mediaType">The media type, for example <c>application/merge-patch+json</c>.</param>
    public PitchlyRequest Json<T>(T value, Action<Utf8JsonWriter, T> write, string mediaType)
    {
        _mediaType = mediaType;
        return Json(value, write);
    }

    /// <summary>Sets a JSON body, unless there is no value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="mediaType">The media type.</param>
    public PitchlyRequest OptionalJson<T>(T value, Action<Utf8JsonWriter, T> write, string mediaType) =>
        value is null ? this : Json(value, write, mediaType);

    /// <summary>Sets a form as the body, with a field for each member of an object; <paramref name="styles"/> are theirs by name.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="value">The object.</param>
    /// <param name="write">Writes it as JSON, from which the fields are taken.</param>
    /// <param name="styles">The styles of fields that are lists or objects.</param>
    /// <exception cref="ArgumentException">A value can't be sent as it is.</exception>
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

    /// <summary>Sets a text as the body, unless there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mediaType">Its media type.</param>
    public PitchlyRequest Text(string? text, string mediaType)
    {
        if (text is not null)
        {
            _files = RequestFiles.OfText(text, mediaType);
        }

        return this;
    }

    /// <summary>
    /// Sets a file as the body, unless there is none. It is sent as it is read, and can't be sent twice unless it can seek.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="mediaType">The media type where the file has none.</param>
    public PitchlyRequest File(PitchlyFile? file, string mediaType)
    {
        if (file is not null)
        {
            _files = RequestFiles.OfFile(file, mediaType);
        }

        return this;
    }

    /// <summary>Adds a file to a body of several parts (RFC 7578), unless there is none.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="file">The file.</param>
    public PitchlyRequest Part(string name, PitchlyFile? file)
    {
        _files ??= RequestFiles.OfParts();
        _files.Add(name, file);
        return this;
    }

    /// <summary>Adds files to a body of several parts, each a part of the same name.</summary>
    /// <param name="name">The parts' name.</param>
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
    /// Adds a value to a body of several parts, unless there is none: a plain one as text, a list of plain ones as a part for each, any
    /// other as JSON.
    /// </summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The part's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it as JSON.</param>
    /// <param name="isJson">Whether a plain value is JSON too.</param>
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
