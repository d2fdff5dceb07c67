using Pitchly.Generators.Model;
using Pitchly.Generators.Schema;
using static Pitchly.Generators.Emit.CodeWriter;

namespace Pitchly.Generators.Emit;

/// <summary>Writes the code that reads and writes a value as JSON, without reflection.</summary>
internal sealed class JsonCode(TypeText types)
{
    /// <summary>Returns an expression that reads the value at the reader's current position.</summary>
    /// <param name="type">The type to read.</param>
    /// <param name="where">The member's name for error messages.</param>
    public string Read(TypeRef type, string where)
    {
        var read = ReadPresent(type, where);
        return type.Nullable ? $"reader.TokenType == {Known.JsonTokenType}.Null ? ({types.Nullable(type)})null : {read}" : read;
    }

    public string ReadPresent(TypeRef type, string where) => type switch
    {
        NamedRef named => $"{types.Bare(named)}.ReadJson(ref reader)",
        ListRef list =>
            $"{Known.JsonRead}.List{Argument(list.Item)}(ref reader, {Literal(where)}, {ReadDelegate(list.Item, where + "[]")})",
        MapRef map => $"{Known.JsonRead}.Map{Argument(map.Value)}(ref reader, {Literal(where)}, {ReadDelegate(map.Value, where + "{}")})",
        ScalarRef scalar => $"{ReaderOf(scalar.Kind)}.{scalar.Kind}{(scalar.OrText ? "OrText" : "")}(ref reader, {Literal(where)})",
        _ => $"{Known.JsonText}.ReadJson(ref reader)",
    };

    /// <summary>
    /// Returns the type argument for a nested list or map. Without it, the compiler would infer each level twice for the level above.
    /// </summary>
    private string Argument(TypeRef item) => item is ListRef or MapRef ? $"<{types.Of(item)}>" : "";

    /// <summary>Returns an expression for a delegate that reads a value.</summary>
    public string ReadDelegate(TypeRef type, string where) => type switch
    {
        NamedRef { Nullable: false } named => $"{types.Bare(named)}.ReadJson",
        AnyRef => $"{Known.JsonText}.ReadJson",
        _ => $"static (ref {Known.Utf8JsonReader} reader) => {Read(type, where)}",
    };

    /// <summary>Writes statements that write a member: its name and its value.</summary>
    public void WriteMember(CodeWriter code, string jsonName, string value, TypeRef type, string writer = "writer")
    {
        var name = $"{Literal(jsonName)}u8";
        switch (type)
        {
            case ConstRef constant:
                code.Line(WriteConstant(constant, writer, name));
                break;
            case ScalarRef scalar:
                code.Line(WriteScalar(scalar.Kind, value, writer, name));
                break;
            case NamedRef { Kind: NamedKind.Id }:
                code.Line($"{writer}.WriteString({name}, {Known.PitchlyText}.Of({value}));");
                break;
            case NamedRef { Kind: NamedKind.Enum }:
                code.Line($"{writer}.WriteString({name}, {value}.Value);");
                break;
            case NamedRef { Kind: NamedKind.NumberEnum }:
                code.Line($"{writer}.WriteNumber({name}, {value}.Value);");
                break;
            default:
                code.Line($"{writer}.WritePropertyName({name});");
                WriteValue(code, value, type, writer);
                break;
        }
    }

    /// <summary>Writes statements that write a value without a member name.</summary>
    public void WriteValue(CodeWriter code, string value, TypeRef type, string writer = "writer", int depth = 0)
    {
        if (type.Nullable)
        {
            var present = Locals.OfDepth("present", depth);
            code.Block($"if ({value} is {{ }} {present})", () => WritePresent(code, present, type, writer, depth + 1));
            code.Block("else", () => code.Line($"{writer}.WriteNullValue();"));
        }
        else
        {
            WritePresent(code, value, type, writer, depth);
        }
    }

    /// <summary>Writes the two arguments of a call that writes a value: the value, and a lambda without captured variables.</summary>
    public void WriteLambda(CodeWriter code, string start, string value, TypeRef type, string end)
    {
        if (type is NamedRef { Nullable: false })
        {
            code.Line($"{start}{value}, static (writer, {value}) => {value}.WriteJson(writer){end}");
            return;
        }

        Lambda(code, start, [(types.Of(type), value)], value, end, () => WriteValue(code, value, type));
    }

    /// <summary>
    /// Writes the two arguments of a call for statements that need several values. The values are passed as a tuple, so the lambda captures
    /// no variables.
    /// </summary>
    public static void Lambda(
        CodeWriter code, string start, IReadOnlyList<(string Type, string Name)> values, string tuple, string end, Action writeStatements)
    {
        var (given, taken) = values.Count switch
        {
            0 => ("0", "_"),
            1 => (values[0].Name, values[0].Name),
            _ => ($"({string.Join(", ", values.Select(value => value.Name))})", tuple),
        };
        code.Line($"{start}{given}, static (writer, {taken}) =>").Line("{");
        code.Indented(() =>
        {
            if (values.Count > 1)
            {
                code.Line($"({string.Join(", ", values.Select(value => $"{value.Type} {value.Name}"))}) = {tuple};");
            }

            writeStatements();
        });
        code.Line("}" + end);
    }

    private void WritePresent(CodeWriter code, string value, TypeRef type, string writer, int depth)
    {
        switch (type)
        {
            case ScalarRef scalar:
                code.Line(WriteScalar(scalar.Kind, value, writer, null));
                break;
            case ListRef list:
                code.Line($"{writer}.WriteStartArray();");
                var i = Locals.OfDepth("i", depth);
                code.Block($"for (int {i} = 0; {i} < {value}.Count; {i}++)", () =>
                    WriteValue(code, $"{value}[{i}]", list.Item, writer, depth + 1));
                code.Line($"{writer}.WriteEndArray();");
                break;
            case MapRef map:
                code.Line($"{writer}.WriteStartObject();");
                var pair = Locals.OfDepth("pair", depth);
                code.Block($"foreach ({Known.KeyValuePair}<string, {types.Of(map.Value)}> {pair} in {value})", () =>
                {
                    code.Line($"{writer}.WritePropertyName({pair}.Key);");
                    WriteValue(code, $"{pair}.Value", map.Value, writer, depth + 1);
                });
                code.Line($"{writer}.WriteEndObject();");
                break;
            default:
                code.Line($"{value}.WriteJson({writer});");
                break;
        }
    }

    private static string ReaderOf(ScalarKind kind) =>
        kind is ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Single or ScalarKind.Double or ScalarKind.Decimal
            or ScalarKind.BigInteger or ScalarKind.Int64Text or ScalarKind.DecimalText
            ? Known.JsonNumber
            : Known.JsonRead;

    /// <summary>Returns an expression that reads and checks a constant.</summary>
    public static string ReadConstant(ConstRef constant, string where) => constant.Kind switch
    {
        JsonKinds.String => $"{Known.JsonRead}.Constant(ref reader, {Literal(where)}, {Literal(constant.Value)}u8)",
        JsonKinds.Number => $"{Known.JsonRead}.Constant(ref reader, {Literal(where)}, {constant.Value}L)",
        _ => $"{Known.JsonRead}.Constant(ref reader, {Literal(where)}, {constant.Value})",
    };

    private static string WriteConstant(ConstRef constant, string writer, string name) => constant.Kind switch
    {
        JsonKinds.String => $"{writer}.WriteString({name}, {Literal(constant.Value)}u8);",
        JsonKinds.Number => $"{writer}.WriteNumber({name}, {constant.Value}L);",
        _ => $"{writer}.WriteBoolean({name}, {constant.Value});",
    };

    private static string WriteScalar(ScalarKind kind, string value, string writer, string? name)
    {
        if (kind == ScalarKind.BigInteger)
        {
            return $"{(name is null ? "" : $"{writer}.WritePropertyName({name}); ")}{writer}.WriteRawValue({Known.WireText}.Of({value})!);";
        }

        var (method, text) = kind switch
        {
            ScalarKind.Boolean => ("Boolean", value),
            ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Single or ScalarKind.Double or ScalarKind.Decimal => ("Number", value),
            ScalarKind.Bytes => ("Base64String", value + ".Span"),
            ScalarKind.Int64Text or ScalarKind.DecimalText or ScalarKind.Date or ScalarKind.Time or ScalarKind.Duration =>
                ("String", $"{Known.WireText}.Of({value})"),
            ScalarKind.UnixTime => ("Number", $"{Known.UnixTime}.Seconds({value})"),
            ScalarKind.Uri => ("String", value + ".OriginalString"),
            ScalarKind.Secret => ("String", value + ".Reveal()"),
            _ => ("String", value),
        };
        return name is null ? $"{writer}.Write{method}Value({text});" : $"{writer}.Write{method}({name}, {text});";
    }
}
