using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Flow.Source;
using Pitchly.Analyzers.Secrets.Reports;
using Pitchly.Analyzers.Secrets.Sinks;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Checks;

/// <summary>Checks a single literal: its shape, also after decoding, and the keys and values in it.</summary>
internal sealed class TextCheck(SecretOptions options, TextSinks sinks)
{
    /// <summary>
    /// The prefixes of App Secrets and tokens in base64, in hexadecimal, reversed, and percent-encoded, with their decoders.
    /// </summary>
    private static readonly (string Mark, Func<string, string?> Decode)[] EncodedPrefixes =
    [
        ("cGx5c1", TextFunctions.FromBase64),
        ("cGx5dV", TextFunctions.FromBase64),
        ("BseXNf", TextFunctions.FromBase64),
        ("BseXVf", TextFunctions.FromBase64),
        ("wbHlzX", TextFunctions.FromBase64),
        ("wbHl1X", TextFunctions.FromBase64),
        ("706c79", TextFunctions.FromHex),
        ("706C79", TextFunctions.FromHex),
        ("_sylp", TextFunctions.Reverse),
        ("_uylp", TextFunctions.Reverse),
        ("%5F", Uri.UnescapeDataString),
        ("%5f", Uri.UnescapeDataString),
    ];

    /// <summary>
    /// The characters that may precede an encoded string, for example after <c>Basic</c> or <c>data:text/plain;base64,</c>.
    /// </summary>
    private static readonly char[] BeforeEncoded = [' ', ','];

    /// <summary>Returns the shape of a literal, plain or encoded.</summary>
    public static ShapeKind ShapeOf(string text, out int start)
    {
        if (text.Length < SecretShape.Length)
        {
            start = -1;
            return ShapeKind.None;
        }

        if (SecretShape.Find(text, out start) is not ShapeKind.None and var shape)
        {
            return shape;
        }

        foreach (var (mark, decode) in EncodedPrefixes)
        {
            if (text.IndexOf(mark, StringComparison.Ordinal) >= 0 && Decoded(text, decode) is { } decoded
                && SecretShape.Of(decoded) is not ShapeKind.None and var found)
            {
                return found;
            }
        }

        return ShapeKind.None;
    }

    /// <summary>
    /// Determines whether a string is long enough for the shape of a secret, or may contain a key and a value. Few strings meet either
    /// condition.
    /// </summary>
    [MethodImpl(Hot.Path)]
    private static bool MayConcern(string text) =>
        text.Length >= KnownToken.ShortestLength || text.Length >= SecretOptions.DefaultMinimumLength && TextSinks.MayHold(text);

    [MethodImpl(Hot.Path)]
    public void Check(ILiteralOperation literal, BodyFindings findings)
    {
        switch (literal.Syntax)
        {
            case LiteralExpressionSyntax written when written.Token.Value is string text && MayConcern(text):
                Check(literal, text, findings);
                break;
            case InterpolatedStringTextSyntax part when MayConcern(part.TextToken.ValueText):
                Check(literal, part.TextToken.ValueText, findings);
                break;
        }
    }

    [MethodImpl(Hot.Path)]
    public void Check(IUtf8StringOperation literal, BodyFindings findings)
    {
        if (MayConcern(literal.Value))
        {
            Check(literal, literal.Value, findings);
        }
    }

    private void Check(IOperation operation, string text, BodyFindings findings)
    {
        var literal = operation.Syntax;
        if (ShapeOf(text, out var start) is not ShapeKind.None and var shape)
        {
            if (options.IsSafe(text) || AppIdSinks.Holds(operation))
            {
                return;
            }

            findings.Shape([literal], PartOf(literal, text, start), literal, shape);
        }
        else if (KnownToken.Find(text) is { Length: > 0 } known && !options.IsSafe(text))
        {
            findings.Secret(literal, null, known.Description, isToken: false);
        }
        else if (TextSinks.MayHold(text))
        {
            var found = SecretsIn(text).Where(one => one.Start + one.Length < text.Length || !IsContinued(literal)).ToList();
            foreach (var (at, length, key, isToken) in found)
            {
                var isWhole = found.Count == 1 && !RazorSource.IsRazor(literal.SyntaxTree);
                var part = isWhole ? null : PartAt(literal, text.Substring(at, length));
                findings.Secret(literal, part, $"the value of '{key}' inside a string", isToken);
            }
        }
    }

    /// <summary>Returns each secret in a string once, including secrets in markup.</summary>
    private IEnumerable<(int Start, int Length, string Key, bool IsToken)> SecretsIn(string text)
    {
        var found = sinks.Find(text);
        return text.IndexOf('<') < 0 ? found
            : found.Concat(sinks.FindNamed(text, NamedValues.All)).GroupBy(one => one.Start).Select(same => same.First());
    }

    /// <summary>Returns the span of one of several secrets in a literal, if the source contains the secret verbatim.</summary>
    private static TextSpan? PartAt(SyntaxNode literal, string secret) =>
        literal.ToString().IndexOf(secret, StringComparison.Ordinal) is >= 0 and var at
            ? new TextSpan(literal.SpanStart + at, secret.Length) : null;

    /// <summary>Determines whether more text follows the literal, so that the value is incomplete.</summary>
    private static bool IsContinued(SyntaxNode literal)
    {
        var node = literal;
        while (node.Parent is BinaryExpressionSyntax sum && sum.Right == node || node.Parent is ParenthesizedExpressionSyntax)
        {
            node = node.Parent;
        }

        return node.Parent is BinaryExpressionSyntax
            || literal.Parent is InterpolatedStringExpressionSyntax interpolated && interpolated.Contents.Last() != literal;
    }

    /// <summary>Returns the span of the secret within a longer literal, if the source contains the secret verbatim.</summary>
    private static TextSpan? PartOf(SyntaxNode literal, string text, int start)
    {
        if (start < 0)
        {
            return null;
        }

        var secret = text.Substring(start, SecretShape.LengthAt(text, start));
        var at = literal.ToString().IndexOf(secret, StringComparison.Ordinal);
        return at < 0 || secret.Length == text.Length ? null : new TextSpan(literal.SpanStart + at, secret.Length);
    }

    private static string? Decoded(string text, Func<string, string?> decode)
    {
        try
        {
            var whole = text.Trim();
            return decode(whole.Substring(whole.LastIndexOfAny(BeforeEncoded) + 1));
        }
        catch (Exception error) when (error is FormatException or ArgumentException or OverflowException)
        {
            return null;
        }
    }
}
