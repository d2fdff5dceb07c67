using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads the kind of a plain value from its format (JSON Schema 2020-12, section 7.3; OpenAPI Format Registry).</summary>
internal sealed class ScalarReader(DiagnosticBag diagnostics)
{
    /// <summary>Returns the kind of an integer.</summary>
    public ScalarKind OfInteger(SchemaObject type) => type.OneOf("format", "int64", "int32", "unixtime", "unix-time") switch
    {
        "int32" => ScalarKind.Int32,
        "unixtime" or "unix-time" => ScalarKind.UnixTime,
        _ => ScalarKind.Int64,
    };

    /// <summary>Returns the kind of a number.</summary>
    public ScalarKind OfNumber(SchemaObject type) => type.OneOf("format", "double", "float", "decimal", "unixtime", "unix-time") switch
    {
        "float" => ScalarKind.Single,
        "decimal" => ScalarKind.Decimal,
        "unixtime" or "unix-time" => ScalarKind.UnixTime,
        _ => ScalarKind.Double,
    };

    /// <summary>Returns the kind of a string, which may be a secret.</summary>
    public ScalarKind OfString(SchemaObject type)
    {
        var kind = type.OneOf("format", "", "date-time", "date", "time", "duration", "byte", "uri", "uuid") switch
        {
            "date" => ScalarKind.Date,
            "time" => ScalarKind.Time,
            "duration" => ScalarKind.Duration,
            "byte" => ScalarKind.Bytes,
            "date-time" => ScalarKind.DateTime,
            "uri" => ScalarKind.Uri,
            "uuid" => ScalarKind.Uuid,
            _ => ScalarKind.String,
        };
        if (!type.IsTrue("secret"))
        {
            return kind;
        }

        if (kind != ScalarKind.String)
        {
            diagnostics.Add(
                SchemaDescriptors.NotApplicable, type.Get("format")!.At, "format", "a secret", "a secret is a plain string; leave it out");
        }

        return ScalarKind.Secret;
    }
}
