using Microsoft.CodeAnalysis.Text;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Checks;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Sinks;
using Pitchly.Analyzers.Secrets.Values;
using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Analyzers.Secrets.Files;

/// <summary>
/// Checks each string of a JSON file and the names above it. The key is the whole path, joined as in configuration.
/// </summary>
internal sealed class JsonFileCheck(SecretOptions options, FileReporter reporter)
{
    private readonly SecretNames _names = new(options);
    private readonly TextSinks _texts = new(new SecretNames(options), options);

    /// <summary>Checks the file.</summary>
    /// <returns><see langword="true"/> if the file is JSON; otherwise, <see langword="false"/>.</returns>
    public bool Check(string path, string text)
    {
        if (JsonTreeReader.Read(text, new DiagnosticBag(path)) is not { } root)
        {
            return false;
        }

        Check(root, "", SinkStrength.Label);
        new KnownShapeSearch(options, reporter).Check(text);
        InComments(text);
        return true;
    }

    private void Check(JsonNode node, string name, SinkStrength strength)
    {
        foreach (var member in node.Members)
        {
            Check(member.Value, name.Length == 0 ? member.Name.Text : $"{name}:{member.Name.Text}", SinkStrength.Label);
        }

        if (NamedPair(node) is var (key, value))
        {
            CheckText(value, key, SinkStrength.Label);
        }

        foreach (var item in node.Items)
        {
            Check(item, name, SinkStrength.Random); // A list under the name of a secret may also be a list of names.
        }

        if (node.Kind == JsonKinds.String)
        {
            CheckText(node, name, strength);
        }
    }

    /// <summary>Returns the name and value of an object of the form <c>{ "name": "X-Api-Key", "value": "…" }</c>.</summary>
    private static (string Key, JsonNode Value)? NamedPair(JsonNode node)
    {
        var key = node.Members.FirstOrDefault(member =>
            member.Name.Text.ToLowerInvariant() is "name" or "key" && member.Value.Kind == JsonKinds.String);
        var value = node.Members.FirstOrDefault(member =>
            member.Name.Text.ToLowerInvariant() is "value" && member.Value.Kind == JsonKinds.String);
        return key is null || value is null ? null : (key.Value.Text, value.Value);
    }

    private void CheckText(JsonNode node, string name, SinkStrength strength)
    {
        var span = new TextSpan(node.At.Start, node.At.Length);
        if (TextCheck.ShapeOf(node.Text, out _) is not ShapeKind.None and var shape)
        {
            CheckShape(node.Text, name, span, shape);
            return;
        }

        var classified = _names.OfKey(name);
        if (classified is SecretName.Secret or SecretName.Token && SecretValue.IsSecret(node.Text, strength, options))
        {
            reporter.Secret(span, $"the entry '{name}'", classified == SecretName.Token);
        }
        else if (classified is SecretName.Likely or SecretName.WeakToken && SecretValue.IsSecret(node.Text, SinkStrength.Random, options))
        {
            reporter.Secret(span, $"the entry '{name}'", classified == SecretName.WeakToken);
        }
        else if (KnownToken.Find(node.Text) is { Length: > 0 } known && !options.IsSafe(node.Text))
        {
            reporter.Secret(span, known.Description, isToken: false);
        }
        else if (TextSinks.MayHold(node.Text) && _texts.Find(node.Text).FirstOrDefault() is { Length: > 0 } found)
        {
            reporter.Secret(span, $"the value of '{found.Key}' inside a string", found.IsToken);
        }
    }

    private void CheckShape(string text, string name, TextSpan span, ShapeKind shape)
    {
        if (SecretNames.IsAppId(name.Substring(name.LastIndexOf(':') + 1)))
        {
            reporter.AsAppId(span, $"'{name.Substring(name.LastIndexOf(':') + 1)}'");
        }
        else if (!options.IsSafe(text))
        {
            reporter.Shape(span, shape);
        }
    }

    /// <summary>Checks settings that were commented out and are still in the file.</summary>
    private void InComments(string text)
    {
        foreach (var comment in JsonComments.In(text))
        {
            foreach (var (start, length, key, isToken) in _texts.Find(text.Substring(comment.Start, comment.Length)))
            {
                reporter.Secret(new TextSpan(comment.Start + start, length), $"the value of '{key}' in a comment", isToken);
            }
        }
    }
}
