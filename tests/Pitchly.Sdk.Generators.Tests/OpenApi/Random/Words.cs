namespace Pitchly.Generators.Tests.OpenApi.Random;

/// <summary>
/// Names that authors of documents choose, the simple ones first: words of C#, .NET, and the SDK, and texts that are not valid names.
/// </summary>
internal static class Words
{
    public static readonly string[] Properties =
    [
        "id", "name", "rows", "createdAt", "is_active", "total-count", "URL", "value", "Value", "class", "namespace", "event", "ToString",
        "GetHashCode",
        "equals", "record", "item", "1st", "+1", "-1", "@type", "$id", "a b", "ключ", "名前", "x.y", "_links", "__v", "type", "kind",
        "default", "reader",
        "writer", "other", "additionalProperties", "EqualityContract", "Clone", "getType", "this", "System", "length", "", "*/", "<b>&",
        "\"quoted\"", "{}",
    ];

    public static readonly string[] Types =
    [
        "Customer", "customer-row", "Order", "order", "ORDER", "List", "Task", "String", "Object", "System", "Type", "Uri", "Guid",
        "Exception", "Action",
        "HttpClient", "Pitchly", "PitchlySecret", "JsonElement", "IEnumerable", "Dictionary", "DateTimeOffset", "Int64", "Error", "class",
        "v1.Pet", "Pet_Response",
        "Page.Of.Row", "2fa", "Microsoft", "Document", "Stream", "CancellationToken", "Nullable", "Convert", "Math", "Client",
        "JsonResolver",
    ];

    public static readonly string[] Values =
        [
            "open",
            "closed",
            "OPEN",
            "in progress",
            "in-progress",
            "",
            "+1",
            "-1",
            "1.6",
            "*",
            "null",
            "true",
            "Ünknown",
            "class",
            "a/b",
            "a\"b",
            "<tag>",
            "toString",
            "_",
            " ",
            "名",
            "Equals"
        ];

    public static readonly string[] Texts =
        [
            "",
            "plain",
            "two\nlines",
            "tab\t",
            "quote \" and \\ slash",
            "Ünïcödé 名前 🚀",
            "<b>&amp;</b>",
            "{\"json\":1}",
            "null",
            "\u0001\u2028",
            "a+b/c=d?e&f#g%20"
        ];

    public static readonly string[] Notes =
        [
            "What it is.",
            "Two lines,\nof which this is one.",
            "Ends with */ and // and <summary>",
            "`code` & \"quotes\" <see cref=\"x\"/>",
            "Tab\tand \u2028 separator"
        ];
}
