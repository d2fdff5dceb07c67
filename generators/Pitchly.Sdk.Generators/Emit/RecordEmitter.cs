using Pitchly.Generators.Model;
using static Pitchly.Generators.Emit.CodeWriter;

namespace Pitchly.Generators.Emit;

/// <summary>Emits an object type of the schema as a record.</summary>
internal sealed class RecordEmitter(RecordModel record, TypeText types)
{
    /// <summary>The number of members that one bit mask of read members holds: one bit for each.</summary>
    private const int MembersPerMask = 64;

    private readonly JsonCode _json = new(types);

    /// <summary>
    /// Gets the names of the record's members. They are reserved, because a name without a capital letter to lower, such as _4XX, would
    /// also be the name of its variable.
    /// </summary>
    private IEnumerable<string> MemberNames => record.Properties.Select(property => property.Name);

    public void Emit(CodeWriter code)
    {
        code.Line($"[{Known.JsonConverterAttribute}(typeof({Known.PitchlyJsonConverter}<{record.Name}>))]");
        code.Block($"{code.Access} sealed partial record {record.Name} : {Known.IPitchlyJson}<{record.Name}>", () =>
        {
            foreach (var property in record.Properties.Where(property => !property.IsConstant))
            {
                EmitProperty(code, property);
                code.Line();
            }

            if (record.Rest is { } rest)
            {
                code.Summary("The additional properties.");
                code.Line($"public {Known.IReadOnlyDictionary}<string, {types.Of(rest)}>? {RecordModel.RestName} {{ get; init; }}").Line();
            }

            EmitRead(code);
            code.Line();
            EmitWrite(code);
        });
    }

    private void EmitProperty(CodeWriter code, PropertyModel property)
    {
        code.Summary(property.Docs.Summary).Obsolete(property.Docs.Obsolete);
        var required = property.Required && !property.Docs.Obsolete ? "required " : "";
        var needsValue = !property.Type.IsValueType() && !property.Type.Nullable;
        var unset = property.Required && property.Docs.Obsolete && needsValue ? " = null!;" : "";
        code.Line($"public {required}{types.Of(property)} {property.Name} {{ get; init; }}{unset}");
    }

    private void EmitRead(CodeWriter code)
    {
        var names = Locals.Reserved([.. MemberNames, "reader", "rest", "restName"]);
        var seen = Enumerable.Range(
            0, (record.Properties.Count + MembersPerMask - 1) / MembersPerMask).Select(_ => Locals.Pick("seen", names)).ToList();
        var locals = Locals.For(record.Properties, property => property.IsConstant ? "Constant" : property.Name, names);
        code.Line("/// <inheritdoc/>");
        code.Block($"public static {record.Name} ReadJson(ref {Known.Utf8JsonReader} reader)", () =>
        {
            code.Line($"{Known.JsonRead}.StartObject(ref reader, {Literal(record.Name)});");
            foreach (var mask in seen)
            {
                code.Line($"ulong {mask} = 0;");
            }

            foreach (var (property, local) in locals)
            {
                code.Line($"{LocalType(property)} {local.Value} = default;");
                if (local.Flag is { } flag)
                {
                    code.Line($"bool {flag} = false;");
                }
            }

            if (record.Rest is { } rest)
            {
                code.Line($"{Known.Dictionary}<string, {types.Of(rest)}>? rest = null;");
            }

            code.Block(
                $"while ({Known.JsonRead}.NextMember(ref reader, {Literal(record.Name)}))", () => EmitMembers(code, locals, seen)).Line();
            EmitResult(code, locals);
        });
    }

    private void EmitMembers(CodeWriter code, IReadOnlyList<(PropertyModel Property, Local Local)> locals, IReadOnlyList<string> seen)
    {
        var keyword = "if";
        for (var i = 0; i < locals.Count; i++)
        {
            var (property, local) = locals[i];
            var (mask, bit) = (seen[i / MembersPerMask], i % MembersPerMask);
            code.Block($"{keyword} (reader.ValueTextEquals({Literal(property.JsonName)}u8))", () =>
            {
                code.Line($"{Known.JsonRead}.Once(ref {mask}, {bit}, {Literal($"{record.Name}.{property.JsonName}")});");
                code.Line("reader.Read();");
                code.Line($"{local.Value} = {ReadMember(property)};");
                if (local.Flag is { } flag)
                {
                    code.Line($"{flag} = true;");
                }
            });
            keyword = "else if";
        }

        if (locals.Count == 0)
        {
            EmitOther(code);
        }
        else
        {
            code.Block("else", () => EmitOther(code));
        }
    }

    private void EmitOther(CodeWriter code)
    {
        if (record.Rest is not { } rest)
        {
            code.Line("reader.Skip();");
            return;
        }

        code.Line("string restName = reader.GetString()!;");
        code.Line("reader.Read();");
        code.Line($"(rest ??= new {Known.Dictionary}<string, {types.Of(rest)}>())[restName] = {_json.Read(rest, record.Name + "{}")};");
    }

    private string ReadMember(PropertyModel property)
    {
        var where = $"{record.Name}.{property.JsonName}";
        return property switch
        {
            { Type: ConstRef constant } => JsonCode.ReadConstant(constant, where),
            { DistinguishesAbsent: true } => $"new {types.Of(property)}({_json.Read(property.Type, where)})",
            { Type: AnyRef, IsOptional: true } or { IsOptional: true, Type.Nullable: false } =>
                $"reader.TokenType == {Known.JsonTokenType}.Null ? ({types.Nullable(property.Type)})null : "
                    + $"{_json.ReadPresent(property.Type, where)}",
            _ => _json.Read(property.Type, where),
        };
    }

    private void EmitResult(CodeWriter code, IReadOnlyList<(PropertyModel Property, Local Local)> locals)
    {
        foreach (var (property, local) in locals.Where(pair => pair.Property.IsConstant && pair.Property.Required))
        {
            code.Block(
                $"if (!{local.Value})",
                () => code.Line($"throw {Known.JsonRead}.Missing({Literal(record.Name)}, {Literal(property.JsonName)});")).Line();
        }

        var members = locals.Where(pair => !pair.Property.IsConstant).ToList();
        if (members.Count == 0 && record.Rest is null)
        {
            code.Line($"return new {record.Name}();");
            return;
        }

        code.Block($"return new {record.Name}", () =>
        {
            foreach (var (property, local) in members)
            {
                code.Line($"{property.Name} = {Result(property, local)},");
            }

            if (record.Rest is not null)
            {
                code.Line($"{RecordModel.RestName} = rest,");
            }
        }, ";");
    }

    private string Result(PropertyModel property, Local local)
    {
        var missing = $"throw {Known.JsonRead}.Missing({Literal(record.Name)}, {Literal(property.JsonName)})";
        return property.IsOptional ? local.Value
            : local.Flag is { } flag ? $"{flag} ? {local.Value} : {missing}"
            : $"{local.Value} ?? {missing}";
    }

    private void EmitWrite(CodeWriter code)
    {
        code.Line("/// <inheritdoc/>");
        code.Block($"public void WriteJson({Known.Utf8JsonWriter} writer)", () =>
        {
            var locals = Locals.Reserved([.. MemberNames, "writer", "rest"]);
            code.Line("writer.WriteStartObject();");
            foreach (var property in record.Properties)
            {
                EmitWriteMember(code, property, locals);
            }

            if (record.Rest is { } rest)
            {
                EmitWriteRest(code, rest);
            }

            code.Line("writer.WriteEndObject();");
        });
    }

    private void EmitWriteRest(CodeWriter code, TypeRef rest) => code.Block($"if ({RecordModel.RestName} is {{ }} rest)", () =>
        code.Block($"foreach ({Known.KeyValuePair}<string, {types.Of(rest)}> pair in rest)", () =>
        {
            code.Line("writer.WritePropertyName(pair.Key);");
            _json.WriteValue(code, "pair.Value", rest, depth: 1);
        }));

    private void EmitWriteMember(CodeWriter code, PropertyModel property, HashSet<string> locals)
    {
        if (property.IsConstant || (property.Required && !property.Type.Nullable))
        {
            _json.WriteMember(code, property.JsonName, property.Name, property.Type);
            return;
        }

        var local = CSharpName.Escape(Locals.Pick(CSharpName.Camel(property.Name), locals));
        if (!property.DistinguishesAbsent)
        {
            EmitWriteValue(code, property, property.Name, local, orNull: property.Required);
        }
        else if (property.Type is AnyRef)
        {
            code.Block(
                $"if ({property.Name}.IsPresent)",
                () => _json.WriteMember(code, property.JsonName, $"{property.Name}.Value", property.Type));
        }
        else
        {
            code.Block(
                $"if ({property.Name}.IsPresent)", () => EmitWriteValue(code, property, $"{property.Name}.Value", local, orNull: true));
        }
    }

    private void EmitWriteValue(CodeWriter code, PropertyModel property, string value, string local, bool orNull)
    {
        code.Block($"if ({value} is {{ }} {local})", () =>
            _json.WriteMember(code, property.JsonName, local, property.Type with { Nullable = false }));
        if (orNull)
        {
            code.Block("else", () => code.Line($"writer.WriteNull({Literal(property.JsonName)}u8);"));
        }
    }

    private string LocalType(PropertyModel property) =>
        property.IsConstant ? "bool"
        : property.DistinguishesAbsent ? types.Of(property)
        : property.Type.IsValueType() && !property.IsOptional ? types.Of(property.Type)
        : types.Nullable(property.Type);
}
