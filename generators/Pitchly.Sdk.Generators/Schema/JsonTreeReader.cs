using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads JSON, with comments and trailing commas, into nodes with their locations.</summary>
internal ref struct JsonTreeReader
{
    /// <summary>The maximum nesting depth of values. Deeper values could overflow the stack.</summary>
    public const int MaximumDepth = 256;

    private static readonly JsonReaderOptions Options = new()
    {
        MaxDepth = MaximumDepth,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private const string Empty = "the file is empty; a schema starts with { \"pitchly\": \"1.0\", \"namespace\": \"My.App\" }";

    private readonly byte[] _bytes;
    private readonly SourceText _source;
    private Utf8JsonReader _reader;
    private int _knownByte;
    private int _knownChar;
    private int _knownLine;

    private readonly int _file;

    private JsonTreeReader(string text, int file)
    {
        _file = file;
        _bytes = Encoding.UTF8.GetBytes(text);
        _source = SourceText.From(text);
        _reader = new Utf8JsonReader(_bytes, Options);
    }

    /// <summary>Reads the file. Returns <see langword="null"/> if the JSON is invalid, and reports the location of the error.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="diagnostics">The diagnostics to add errors to.</param>
    /// <param name="file">The file's number among the schema's files.</param>
    public static JsonNode? Read(string text, DiagnosticBag diagnostics, int file = 0)
    {
        var tree = new JsonTreeReader(text, file);
        try
        {
            if (tree.IsEmpty())
            {
                diagnostics.Add(SchemaDescriptors.BadJson, tree.Range(0, 0), Empty);
                return null;
            }

            tree._reader.Read();
            var root = tree.ReadValue();
            tree._reader.Read();
            return root;
        }
        catch (JsonException error)
        {
            diagnostics.Add(SchemaDescriptors.BadJson, tree.PlaceOf(error), JsonErrorText.WithoutPosition(error));
        }
        catch (InvalidOperationException)
        {
            diagnostics.Add(
                SchemaDescriptors.BadJson,
                tree.TokenRange(),
                "the string contains half of a surrogate pair, which is not a valid character");
        }

        return null;
    }

    /// <summary>
    /// Returns <see langword="true"/> if there are only white space and comments; otherwise, <see langword="false"/>.
    /// </summary>
    private readonly bool IsEmpty()
    {
        var reader = new Utf8JsonReader(_bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Allow });
        if (_bytes.All(letter => letter <= ' '))
        {
            return true;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.Comment)
        {
        }

        return reader.TokenType == JsonTokenType.Comment;
    }

    private JsonNode ReadValue()
    {
        var at = TokenRange();
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var obj = new JsonNode(JsonKinds.Object, at);
                while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = new Name(_reader.GetString()!, TokenRange());
                    _reader.Read();
                    obj.Members.Add(new JsonMember(name, ReadValue()));
                }

                return obj;
            case JsonTokenType.StartArray:
                var array = new JsonNode(JsonKinds.Array, at);
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
                {
                    array.Items.Add(ReadValue());
                }

                return array;
            case JsonTokenType.String:
                return new JsonNode(JsonKinds.String, at, _reader.GetString()!);
            case JsonTokenType.Number:
                return new JsonNode(JsonKinds.Number, at, Encoding.UTF8.GetString(_reader.ValueSpan.ToArray()));
            case JsonTokenType.True or JsonTokenType.False:
                return new JsonNode(JsonKinds.Boolean, at, _reader.TokenType == JsonTokenType.True ? "true" : "false");
            default:
                return new JsonNode(JsonKinds.Null, at, "null");
        }
    }

    private SourceRange TokenRange()
    {
        var quotes = _reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0;
        var start = (int)_reader.TokenStartIndex;
        return Range(start, start + _reader.ValueSpan.Length + quotes);
    }

    private SourceRange PlaceOf(JsonException error)
    {
        var lines = _source.Lines;
        var line = lines[Math.Min((int)(error.LineNumber ?? 0), lines.Count - 1)];
        var lineStart = Encoding.UTF8.GetByteCount(_source.ToString(TextSpan.FromBounds(0, line.Start)));
        var at = Math.Min(lineStart + (int)(error.BytePositionInLine ?? 0), _bytes.Length);
        return Range(at, Math.Min(at + 1, _bytes.Length));
    }

    private SourceRange Range(int firstByte, int endByte)
    {
        var start = CharAt(firstByte);
        var end = Math.Min(start + Encoding.UTF8.GetCharCount(_bytes, firstByte, endByte - firstByte), _source.Length);
        return new SourceRange(start, end - start, PositionOf(start), PositionOf(end)) { File = _file };
    }

    /// <summary>
    /// Returns the line position of a character. Tokens are read in order, so the line is usually the last known one or the next one.
    /// </summary>
    private LinePosition PositionOf(int index)
    {
        var lines = _source.Lines;
        while (_knownLine + 1 < lines.Count && lines[_knownLine + 1].Start <= index)
        {
            _knownLine++;
        }

        while (lines[_knownLine].Start > index)
        {
            _knownLine--;
        }

        return new LinePosition(_knownLine, index - lines[_knownLine].Start);
    }

    /// <summary>
    /// Returns the index of the character at a byte index. Tokens are read in order, so each lookup continues from the previous one.
    /// </summary>
    private int CharAt(int byteIndex)
    {
        if (byteIndex < _knownByte)
        {
            (_knownByte, _knownChar) = (0, 0);
        }

        _knownChar += Encoding.UTF8.GetCharCount(_bytes, _knownByte, byteIndex - _knownByte);
        _knownByte = byteIndex;
        return Math.Min(_knownChar, _source.Length);
    }
}
