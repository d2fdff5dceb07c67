using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;
using Pitchly.Generators.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Pitchly.Generators.Schema;

/// <summary>Reads YAML into nodes with their locations. Plain scalars become JSON values (YAML 1.2, chapter 10.3).</summary>
internal sealed class YamlTreeReader
{
    /// <summary>
    /// The maximum number of nodes. Aliases can expand a small file without limit, and no document written by a person has more nodes.
    /// </summary>
    private const int MaximumNodes = 4_000_000;

    private static readonly Regex Number = new(
        @"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant);

    /// <summary>Lines of only white space, which cause the parser to fail at the start of a block's text.</summary>
    private static readonly Regex BlankLine = new("^[ \t]+(?=\r?$)", RegexOptions.CultureInvariant | RegexOptions.Multiline);

    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, (JsonNode Node, int Size)> _anchors = [];
    private int _size;
    private readonly int _file;
    private int _depth;

    private YamlTreeReader(string text, int file) =>
        (_parser, _file) = (new Parser(new StringReader(BlankLine.Replace(text, ""))), file);

    /// <summary>Reads the file. Returns <see langword="null"/> if the YAML is invalid, and reports the location of the error.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="diagnostics">The diagnostics to add errors to.</param>
    /// <param name="file">The file's number among the schema's files.</param>
    public static JsonNode? Read(string text, DiagnosticBag diagnostics, int file = 0)
    {
        var reader = new YamlTreeReader(text, file);
        try
        {
            reader._parser.Consume<StreamStart>();
            if (reader._parser.TryConsume<StreamEnd>(out _))
            {
                diagnostics.Add(SchemaDescriptors.BadJson, new SourceRange { File = file }, "the file is empty");
                return null;
            }

            reader._parser.Consume<DocumentStart>();
            return reader.ReadNode();
        }
        catch (YamlException error)
        {
            diagnostics.Add(SchemaDescriptors.BadJson, reader.Range(error.Start, error.End), error.Message);
        }

        return null;
    }

    private JsonNode ReadNode()
    {
        if (++_depth > JsonTreeReader.MaximumDepth)
        {
            throw Invalid(_parser.Current!, $"it is nested deeper than {JsonTreeReader.MaximumDepth} levels");
        }

        if (++_size > MaximumNodes)
        {
            throw Invalid(_parser.Current!, $"it expands to more than {MaximumNodes} values");
        }

        var before = _size;
        var (node, anchor) = Next();
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = (node, _size - before + 1);
        }

        _depth--;
        return node;
    }

    private (JsonNode Node, AnchorName Anchor) Next()
    {
        switch (_parser.Consume<ParsingEvent>())
        {
            case AnchorAlias alias:
                if (!_anchors.TryGetValue(alias.Value, out var known))
                {
                    throw Invalid(alias, $"'*{alias.Value}' has no anchor before it");
                }

                _size += known.Size;
                return (known.Node, AnchorName.Empty);
            case Scalar scalar:
                return (ReadScalar(scalar), scalar.Anchor);
            case SequenceStart start:
                var array = new JsonNode(JsonKinds.Array, Range(start.Start, start.End));
                while (!_parser.TryConsume<SequenceEnd>(out _))
                {
                    array.Items.Add(ReadNode());
                }

                return (array, start.Anchor);
            case MappingStart start:
                var obj = new JsonNode(JsonKinds.Object, Range(start.Start, start.End));
                while (!_parser.TryConsume<MappingEnd>(out _))
                {
                    ReadMember(obj);
                }

                return (obj, start.Anchor);
            case var other:
                throw Invalid(other, "a value was expected");
        }
    }

    private void ReadMember(JsonNode obj)
    {
        if (_parser.Current is not Scalar)
        {
            throw Invalid(_parser.Current!, "the key of a mapping must be a string");
        }

        var key = _parser.Consume<Scalar>();
        var value = ReadNode();
        if (key is { Value: "<<", Style: ScalarStyle.Plain })
        {
            // A merge key (YAML 1.1) adds the members that the mapping does not have itself.
            var sources = value.Kind == JsonKinds.Array ? value.Items : [value];
            obj.Members.AddRange(sources.SelectMany(source => source.Members).Where(member => obj.Member(member.Name.Text) is null));
            return;
        }

        obj.Members.Add(new JsonMember(new Name(key.Value, Range(key.Start, key.End)), value));
    }

    private JsonNode ReadScalar(Scalar scalar)
    {
        var at = Range(scalar.Start, scalar.End);
        if (scalar.Style != ScalarStyle.Plain || (!scalar.Tag.IsEmpty && scalar.Tag == "tag:yaml.org,2002:str"))
        {
            return new JsonNode(JsonKinds.String, at, scalar.Value);
        }

        return scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => new JsonNode(JsonKinds.Null, at, "null"),
            "true" or "True" or "TRUE" => new JsonNode(JsonKinds.Boolean, at, "true"),
            "false" or "False" or "FALSE" => new JsonNode(JsonKinds.Boolean, at, "false"),
            var text when Number.IsMatch(text) => new JsonNode(JsonKinds.Number, at, text),
            var text when text.StartsWith("0x", StringComparison.Ordinal)
                && long.TryParse(text.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) =>
                new JsonNode(JsonKinds.Number, at, hex.ToString(CultureInfo.InvariantCulture)),
            var text => new JsonNode(JsonKinds.String, at, text),
        };
    }

    private SourceRange Range(in Mark start, in Mark end) => new(
        (int)start.Index, Math.Max(0, (int)(end.Index - start.Index)), Position(start), Position(end))
    { File = _file };

    private static LinePosition Position(in Mark mark) => new(Math.Max(0, (int)mark.Line - 1), Math.Max(0, (int)mark.Column - 1));

    private static YamlException Invalid(ParsingEvent at, string why) => new(at.Start, at.End, why);
}
