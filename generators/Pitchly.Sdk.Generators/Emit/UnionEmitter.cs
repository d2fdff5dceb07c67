using Pitchly.Generators.Model;
using Pitchly.Generators.Schema;
using static Pitchly.Generators.Emit.CodeWriter;

namespace Pitchly.Generators.Emit;

/// <summary>Emits a closed union: a value that is one of several types.</summary>
internal sealed class UnionEmitter(UnionModel union, TypeText types)
{
    private readonly JsonCode _json = new(types);

    public void Emit(CodeWriter code)
    {
        if (!union.IsByStatus)
        {
            code.Line($"[{Known.JsonConverterAttribute}(typeof({Known.PitchlyJsonConverter}<{union.Name}>))]");
        }

        var json = union.IsByStatus ? "" : $" : {Known.IPitchlyJson}<{union.Name}>";
        code.Block($"{code.Access} sealed partial record {union.Name}{json}", () =>
        {
            code.Line($"private {union.Name}(object value) => Value = value;").Line();
            code.Summary("Gets the value, which has the type of its case.");
            code.Line("public object Value { get; }").Line();
            code.Separated(union.Cases, item => EmitCase(code, item)).Line();
            EmitMatch(code);
            code.Line();
            EmitSwitch(code);
            if (union.IsByStatus)
            {
                return;
            }

            code.Line();
            EmitRead(code);
            code.Line();
            EmitWrite(code);
        });
    }

    private void EmitCase(CodeWriter code, UnionCaseModel item)
    {
        var type = types.Bare(item.Type);
        var value = item.Type.IsValueType() ? "value" : $"value ?? throw new {Known.ArgumentNullException}(\"value\")";
        code.Summary($"Creates the case {item.Name}.");
        code.Line($"public static {union.Name} From{item.Name}({type} value) => new {union.Name}((object){value});").Line();
        if (!IsInterface(item.Type))
        {
            code.Summary($"Converts a value to the case {item.Name}.");
            code.Line($"public static implicit operator {union.Name}({type} value) => From{item.Name}(value);").Line();
        }

        code.Summary($"Gets the value if it is the case {item.Name}.");
        var annotation = item.Type.IsValueType() ? "" : $"[{Known.NotNullWhenAttribute}(true)] ";
        var nullable = item.Type.IsValueType() ? "" : "?";
        code.Block($"public bool TryGet{item.Name}({annotation}out {type}{nullable} value)", () =>
        {
            code.Block($"if (Value is {type} found)", () => code.Line("value = found;").Line("return true;"));
            code.Line().Line("value = default;").Line("return false;");
        });
    }

    private void EmitMatch(CodeWriter code)
    {
        var cases = Named();
        code.Summary("Calls the function of the case, and returns its result.");
        var parameters = string.Join(", ", cases.Select(item => $"{Known.Func}<{types.Bare(item.Case.Type)}, TResult> {item.Parameter}"));
        code.Block($"public TResult Match<TResult>({parameters})", () =>
            code.Block("return Value switch", () =>
            {
                foreach (var (item, parameter, _) in cases.Take(cases.Count - 1))
                {
                    code.Line($"{types.Bare(item.Type)} value => {parameter}(value),");
                }

                var last = cases[cases.Count - 1];
                code.Line($"_ => {last.Parameter}(({types.Bare(last.Case.Type)})Value),");
            }, ";"));
    }

    private void EmitSwitch(CodeWriter code)
    {
        var cases = Named();
        code.Summary("Calls the action of the case.");
        var parameters = string.Join(", ", cases.Select(item => $"{Known.Action}<{types.Bare(item.Case.Type)}> {item.Parameter}"));
        code.Block($"public void Switch({parameters})", () =>
            code.Block("switch (Value)", () =>
            {
                foreach (var (item, parameter, local) in cases)
                {
                    code.Line($"case {types.Bare(item.Type)} {local}:");
                    code.Indented(() => code.Line($"{parameter}({local});").Line("break;"));
                }
            }));
    }

    private void EmitRead(CodeWriter code)
    {
        code.Line("/// <inheritdoc/>");
        code.Block($"public static {union.Name} ReadJson(ref {Known.Utf8JsonReader} reader)", () =>
        {
            code.Block("switch (reader.TokenType)", () =>
            {
                var objects = union.Cases.Where(item => (item.Kinds & JsonKinds.Object) != 0).ToList();
                var objectKinds = objects.Count > 1 ? JsonKinds.Object : JsonKinds.None;
                foreach (var item in union.Cases.Where(item => (item.Kinds & ~objectKinds) != 0))
                {
                    EmitTokens(code, item.Kinds & ~objectKinds);
                    code.Indented(() => code.Line(Return(item)));
                }

                if (objects.Count > 1)
                {
                    code.Line($"case {Known.JsonTokenType}.StartObject:");
                    code.Indented(() => EmitObjects(code, objects));
                }
            });
            code.Line().Line($"throw {Known.JsonUnion}.NoCase(reader.TokenType, {Literal(union.Name)}, "
                + $"{Literal(string.Join(", ", union.Cases.Select(item => item.Name)))});");
        });
    }

    private static void EmitTokens(CodeWriter code, JsonKinds kinds)
    {
        foreach (var token in Tokens(kinds))
        {
            code.Line($"case {Known.JsonTokenType}.{token}:");
        }
    }

    /// <summary>
    /// Emits the code that determines the case by reading ahead on a copy of the reader: first it checks for tags, then for members that
    /// only one case has.
    /// </summary>
    private void EmitObjects(CodeWriter code, List<UnionCaseModel> objects)
    {
        var tags = objects.Where(item => item.Marker is { IsTag: true }).GroupBy(item => item.Marker!.JsonName).ToList();
        foreach (var tag in tags)
        {
            EmitTags(code, tag.Key, tag);
        }

        var own = objects.Where(item => item.Marker is { IsTag: false }).ToList();
        if (own.Count > 0)
        {
            EmitOwnMembers(code, own);
        }

        code.Line(objects.FirstOrDefault(item => item.Marker is null) is { } rest ? Return(rest)
            : tags.Count > 0
                && own.Count == 0 ? $"throw {Known.JsonUnion}.UnknownTag(reader, {Literal(tags[0].Key)}, {Literal(union.Name)}, "
                    + $"{Literal(Tags(tags[0]))});"
            : "break;");
    }

    private void EmitTags(CodeWriter code, string name, IEnumerable<UnionCaseModel> cases) =>
        code.Block($"switch ({Known.JsonUnion}.Tag(reader, {Literal(name)}u8, stackalloc char[{Known.JsonUnion}.TagLength]))", () =>
        {
            foreach (var item in cases)
            {
                foreach (var tag in item.Marker!.Tags)
                {
                    code.Line($"case {Literal(tag)}:");
                }

                code.Indented(() => code.Line(Return(item)));
            }
        }).Line();

    /// <summary>
    /// Emits the check for members that only one case has. A member that is null does not select its case, unless the case allows null and
    /// no other member selects a case.
    /// </summary>
    private void EmitOwnMembers(CodeWriter code, IReadOnlyList<UnionCaseModel> cases)
    {
        var nullable = cases.Where(item => item.Marker!.Nullable).ToList();
        code.Line($"{Known.Utf8JsonReader} probe = reader;");
        if (nullable.Count > 0)
        {
            code.Line("int nullCase = 0;");
        }

        code.Block($"while (probe.Read() && probe.TokenType == {Known.JsonTokenType}.PropertyName)", () =>
        {
            foreach (var item in cases)
            {
                code.Block($"if (probe.ValueTextEquals({Literal(item.Marker!.JsonName)}u8))", () =>
                {
                    code.Block($"if (!{Known.JsonUnion}.NextIsNull(probe))", () => code.Line(Return(item)));
                    if (item.Marker.Nullable)
                    {
                        code.Line().Line($"nullCase = {nullable.IndexOf(item) + 1};");
                    }
                }).Line();
            }

            code.Line("probe.Skip();");
        }).Line();
        if (nullable.Count > 0)
        {
            code.Block("switch (nullCase)", () =>
            {
                foreach (var item in nullable)
                {
                    code.Line($"case {nullable.IndexOf(item) + 1}:");
                    code.Indented(() => code.Line(Return(item)));
                }
            }).Line();
        }
    }

    private static string Tags(IEnumerable<UnionCaseModel> cases) => string.Join(", ", cases.SelectMany(item => item.Marker!.Tags));

    private string Return(UnionCaseModel item) => $"return new {union.Name}((object){_json.ReadPresent(item.Type, union.Name)});";

    private void EmitWrite(CodeWriter code)
    {
        code.Line("/// <inheritdoc/>");
        code.Block($"public void WriteJson({Known.Utf8JsonWriter} writer)", () =>
            code.Block("switch (Value)", () =>
            {
                foreach (var (item, _, local) in Named())
                {
                    code.Line($"case {types.Bare(item.Type)} {local}:");
                    code.Indented(() =>
                    {
                        _json.WriteValue(code, local, item.Type with { Nullable = false });
                        code.Line("break;");
                    });
                }
            }));
    }

    private IReadOnlyList<(UnionCaseModel Case, string Parameter, string Local)> Named()
    {
        var names = Locals.Reserved("value", "writer");
        return union.Cases
            .Select(item => (Case: item, Parameter: CSharpName.Escape(Locals.Pick(CSharpName.Camel(item.Name), names))))
            .ToList()
            .Select((item, index) => (item.Case, item.Parameter, Locals.Pick("case" + (index + 1), names)))
            .ToList();
    }

    private static bool IsInterface(TypeRef type) => type is ListRef or MapRef;

    private static IEnumerable<string> Tokens(JsonKinds kinds)
    {
        if ((kinds & JsonKinds.Object) != 0)
        {
            yield return "StartObject";
        }

        if ((kinds & JsonKinds.Array) != 0)
        {
            yield return "StartArray";
        }

        if ((kinds & JsonKinds.String) != 0)
        {
            yield return "String";
        }

        if ((kinds & JsonKinds.Number) != 0)
        {
            yield return "Number";
        }

        if ((kinds & JsonKinds.Boolean) != 0)
        {
            yield return "True";
            yield return "False";
        }

        if ((kinds & JsonKinds.Null) != 0)
        {
            yield return "Null";
        }
    }
}
