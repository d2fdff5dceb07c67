using System.Globalization;
using System.Text.RegularExpressions;
using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads how the sender signs callbacks.</summary>
internal sealed class SignatureReader(DiagnosticBag diagnostics)
{
    private const string Body = "{body}", Id = "{id}", Time = "{timestamp}";

    private const int DefaultTolerance = 5 * 60, MaximumTolerance = 24 * 60 * 60;

    /// <summary>The placeholders for parts of the request in the signed text.</summary>
    private static readonly string[] Placeholders = [Body, Id, Time, "{method}", "{url}"];

    /// <summary>A header's name (RFC 9110, section 5.1).</summary>
    private static readonly Regex HeaderName = new("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", RegexOptions.CultureInvariant);

    /// <summary>A character that a hexadecimal or base64 signature may contain.</summary>
    private static readonly Regex SignatureLetter = new("[0-9A-Za-z+/=_-]", RegexOptions.CultureInvariant);

    /// <summary>Reads <c>signature</c>. Returns <see langword="null"/> if there is none.</summary>
    /// <param name="owner">The channel or the webhooks.</param>
    public SignatureDeclaration? Read(SchemaObject owner)
    {
        if (owner.Get("signature") is not { } node
            || SchemaObject.Of(node, "signature", Keywords.Signature, diagnostics) is not { } signature)
        {
            return null;
        }

        signature.Require("header", "it is the name of the header that contains the signature");
        CheckHeader(signature, "header");
        CheckHeader(signature, "idHeader");
        CheckSeparator(signature);
        var timestamp = ReadTimestamp(signature);
        CheckSigned(signature, timestamp is not null);
        return new SignatureDeclaration(
            signature.GetText("header") ?? "",
            signature.OneOf("algorithm", "hmac-sha256", "hmac-sha512") == "hmac-sha512",
            signature.OneOf("encoding", "hex", "base64") == "base64",
            signature.GetText("prefix") ?? "",
            signature.GetText("separator") ?? "",
            signature.GetText("signed") ?? Body,
            signature.GetText("idHeader") ?? "",
            signature.OneOf("secretEncoding", "text", "base64") == "base64",
            timestamp);
    }

    private SignatureTimestampDeclaration? ReadTimestamp(SchemaObject signature)
    {
        if (signature.Get("timestamp") is not { } node
            || SchemaObject.Of(node, "timestamp", Keywords.SignatureTimestamp, diagnostics) is not { } timestamp)
        {
            return null;
        }

        if (timestamp.GetName("prefix") is { } prefix)
        {
            timestamp.Refuse("header", "a timestamp in the signature header", "leave out either 'header' or 'prefix'");
            signature.Require("separator", "it separates the timestamp from the signature");
            signature.Require("prefix", "it distinguishes the signature from the timestamp");
            CheckPrefixes(signature, prefix);
        }
        else
        {
            timestamp.Require(
                "header",
                "it is the name of the header that contains the timestamp; or write 'prefix' if the signature header contains it");
            CheckHeader(timestamp, "header");
        }

        return new SignatureTimestampDeclaration(
            timestamp.GetText("header") ?? "",
            timestamp.GetText("prefix") ?? "",
            timestamp.OneOf("unit", "seconds", "milliseconds") == "milliseconds",
            ReadTolerance(timestamp));
    }

    private int ReadTolerance(SchemaObject timestamp)
    {
        if (timestamp.GetName("tolerance") is not { } written)
        {
            return DefaultTolerance;
        }

        var isNumber = int.TryParse(written.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
        if (isNumber && seconds is > 0 and <= MaximumTolerance)
        {
            return seconds;
        }

        Refuse(written, "tolerance", $"a whole number of seconds from 1 to {MaximumTolerance} (a day)");
        return DefaultTolerance;
    }

    private void CheckHeader(SchemaObject owner, string keyword)
    {
        if (owner.GetName(keyword) is { } name && !HeaderName.IsMatch(name.Text))
        {
            Refuse(name, keyword, "the name of a header, for example \"X-Signature\"");
        }
    }

    private void CheckSeparator(SchemaObject signature)
    {
        if (signature.GetName("separator") is not { } separator)
        {
            return;
        }

        if (separator.Text.Length == 0 || SignatureLetter.IsMatch(separator.Text))
        {
            Refuse(separator, "separator", "a string of characters that no signature contains, for example \",\"");
        }
        else if (signature.GetName("prefix") is { } prefix && prefix.Text.Contains(separator.Text))
        {
            Refuse(prefix, "prefix", $"a string that does not contain the separator '{separator.Text}'");
        }
    }

    /// <summary>Checks that the prefixes distinguish the parts of the header.</summary>
    private void CheckPrefixes(SchemaObject signature, Name timestamp)
    {
        if (signature.GetText("prefix") is { } other
            && (timestamp.Text.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(timestamp.Text, StringComparison.Ordinal)))
        {
            Refuse(timestamp, "prefix", $"a string that distinguishes the timestamp from the signature, whose prefix is '{other}'");
        }
    }

    private void CheckSigned(SchemaObject signature, bool hasTimestamp)
    {
        var signed = signature.GetName("signed") ?? new Name(Body, signature.At with { Length = 1 });
        var found = Regex.Matches(signed.Text, @"\{[^{}]*\}?|\}").Cast<Match>().Select(match => match.Value).ToList();
        if (found.FirstOrDefault(placeholder => !Placeholders.Contains(placeholder)) is { } unknown)
        {
            Refuse(signed with { Text = unknown }, "signed", $"a string with {string.Join(", ", Placeholders)} and no other braces");
        }
        else if (found.Count(placeholder => placeholder == Body) != 1)
        {
            Refuse(signed, "signed", $"a string that contains {Body} exactly once");
        }
        else if (found.Contains(Id))
        {
            signature.Require("idHeader", $"it is the name of the header whose value replaces {Id}");
        }
        else
        {
            signature.Refuse("idHeader", $"a signature over '{signed.Text}'", $"add {Id} to 'signed', or leave 'idHeader' out");
        }

        CheckTime(signature, signed, isSigned: found.Contains(Time), hasTimestamp);
    }

    /// <summary>
    /// Checks that a timestamp is signed. Anyone who sends the request again can change a timestamp that is not signed, so it gives no
    /// protection.
    /// </summary>
    private void CheckTime(SchemaObject signature, Name signed, bool isSigned, bool hasTimestamp)
    {
        if (isSigned && !signature.Has("timestamp"))
        {
            signature.Require("timestamp", $"it says which header contains {Time}");
        }
        else if (hasTimestamp && !isSigned)
        {
            Refuse(signed, "signed", $"a string that contains {Time}, because a timestamp that is not signed can be changed");
        }
    }

    private void Refuse(Name name, string keyword, string expected) =>
        diagnostics.Add(SchemaDescriptors.WrongValue, name.At, $"'{keyword}'", expected, $"'{name.Text}'");
}
