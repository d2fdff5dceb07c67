using System.CommandLine.Parsing;

namespace Quickstart;

internal static class Addresses
{
    public static Uri? Parse(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        result.AddError($"'{text}' is not a valid URL. Specify one such as http://127.0.0.1:5005.");
        return null;
    }
}
