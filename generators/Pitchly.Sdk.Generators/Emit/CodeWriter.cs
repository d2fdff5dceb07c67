using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Pitchly.Generators.Emit;

/// <summary>Writes indented C#.</summary>
/// <param name="access">The access modifier of the emitted types.</param>
internal sealed class CodeWriter(string access)
{
    /// <summary>The initial capacity, in characters. Most files are shorter.</summary>
    private const int UsualLength = 32 * 1024;

    private readonly StringBuilder _code = new(UsualLength);
    private int _depth;

    /// <summary>Gets the access modifier of the emitted types: <c>public</c> or <c>internal</c>.</summary>
    public string Access { get; } = access;

    public CodeWriter Line(string text = "")
    {
        if (text.Length > 0)
        {
            _code.Append(' ', _depth * 4).Append(text);
        }

        _code.Append('\n');
        return this;
    }

    /// <summary>Writes an interpolated line. Its parts are appended to the code without an intermediate string.</summary>
    public CodeWriter Line([InterpolatedStringHandlerArgument("")] ref CodeLine line)
    {
        line.End();
        return this;
    }

    /// <summary>Clears the code and keeps the buffer.</summary>
    public void Clear() => (_code.Length, _depth) = (0, 0);

    /// <summary>Appends text to the previous line. Text after a leading comma starts a new line.</summary>
    public CodeWriter EndLine(string text)
    {
        _code.Length--;
        var isList = text.StartsWith(", ", StringComparison.Ordinal);
        _code.Append(isList ? "," : text).Append('\n');
        return isList ? Line(text.Substring(2)) : this;
    }

    /// <summary>Writes a block in braces. <paramref name="end"/> follows the closing brace.</summary>
    public CodeWriter Block(string head, Action body, string end = "")
    {
        Line(head);
        return Braces(body, end);
    }

    /// <summary>Writes a block in braces with an interpolated head.</summary>
    public CodeWriter Block([InterpolatedStringHandlerArgument("")] ref CodeLine head, Action body, string end = "")
    {
        head.End();
        return Braces(body, end);
    }

    public CodeWriter Indented(Action body)
    {
        _depth++;
        body();
        _depth--;
        return this;
    }

    /// <summary>Writes each item, with an empty line between items.</summary>
    public CodeWriter Separated<T>(IEnumerable<T> items, Action<T> write)
    {
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                Line();
            }

            first = false;
            write(item);
        }

        return this;
    }

    public CodeWriter Summary(string text) => Doc("summary", text);

    public CodeWriter Param(string name, string text) => Doc($"param name=\"{name.TrimStart('@')}\"", text, "param");

    public CodeWriter Doc(string tag, string text, string? end = null)
    {
        end ??= tag;
        if (text.Length > 0 && IsPlain(text))
        {
            return Line($"/// <{tag}>{text.Trim()}</{end}>");
        }

        var lines = XmlText(text).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        if (lines.Count <= 1)
        {
            return Line($"/// <{tag}>{lines.FirstOrDefault()}</{end}>");
        }

        Line($"/// <{tag}>");
        foreach (var line in lines)
        {
            Line("/// " + line);
        }

        return Line($"/// </{end}>");
    }

    public CodeWriter Obsolete(bool isObsolete) =>
        isObsolete ? Line($"[{Known.ObsoleteAttribute}(\"The schema marks this as deprecated.\")]") : this;

    public static string Literal(string text) => IsPlain(text) ? $"\"{text}\"" : SymbolDisplay.FormatLiteral(text, quote: true);

    public override string ToString() => _code.ToString();

    private CodeWriter Braces(Action body, string end)
    {
        Line("{");
        Indented(body);
        return Line($"}}{end}");
    }

    private static bool IsPlain(string text)
    {
        foreach (var letter in text)
        {
            if (!IsPlain(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(char letter) => letter is >= ' ' and <= '~' and not '"' and not '\\' and not '<' and not '>' and not '&';

    private static string XmlText(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.Replace("\r\n", "\n"))
        {
            escaped.Append(letter switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' => "\n",
                < ' ' or '\uFFFE' or '\uFFFF' => " ",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }

    /// <summary>An interpolated string handler that appends one line to the code.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct CodeLine
    {
        private readonly StringBuilder _code;

        public CodeLine(int literalLength, int formattedCount, CodeWriter writer)
        {
            _ = literalLength + formattedCount;
            _code = writer._code.Append(' ', writer._depth * 4);
        }

        public void AppendLiteral(string text) => _code.Append(text);

        public void AppendFormatted(string? text) => _code.Append(text);

        public void AppendFormatted<T>(T value) => _code.Append(value);

        internal void End() => _code.Append('\n');
    }
}
