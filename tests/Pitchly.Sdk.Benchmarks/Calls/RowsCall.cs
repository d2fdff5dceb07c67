using System.Text;
using Pitchly.Data;
using Pitchly.Sdk.Benchmarks.Rows;

namespace Pitchly.Sdk.Benchmarks.Calls;

/// <summary>One GraphQL call for the rows of a database, the same for all clients.</summary>
public static class RowsCall
{
    public const string Path = "/api/graphql";

    public const string OperationName = "getRows";

    public const string Token = "q7PnB2mXcR5tLw9ZkV3sYh8D";

    public const string Query =
        "query getRows($secret: String!, $databaseId: ID!) "
            + "{ data(secret: $secret, databaseId: $databaseId) { _id cols { fieldId value { val currency type size } } } }";

    public static readonly DatabaseId Database = new("aWm3KqT7xPz9RnB2s");

    /// <summary>Creates an HTTP client whose response has the specified number of rows.</summary>
    public static HttpClient Http(int rows)
    {
        var answer = """{"data":{"data":""" + Encoding.UTF8.GetString(RowData.Rows(rows)) + "}}";
        return new HttpClient(new CannedHandler(Encoding.UTF8.GetBytes(answer))) { BaseAddress = new Uri("https://v2.pitchly.net") };
    }
}
