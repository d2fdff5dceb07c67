using Microsoft.CodeAnalysis.Text;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Checks;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Sinks;
using Pitchly.Analyzers.Secrets.Values;
using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Analyzers.Secrets.Files;

/// <summary>Looks at each text of a JSON file and at the name that it stands under.</summary>
internal sealed class JsonFileCheck(SecretOptions options, FileReporter reporter)
{
    private readonly SecretNames _names = new(options);
    private readonly TextSinks _texts = new(new SecretNames(options), options);

    /// <summary>Checks the file; <see langword="false"/> if it is not JSON.</summary>
    public bool Check(string path, string text)
    {
        if (JsonTreeReader.Read(new SchemaText(path, text, SchemaRole.Reference), new DiagnosticBag(path)) is not { } root)
        {
            return false;
        }

        Check(root, "");
        return true;
    }

    private void Check(JsonNode node, string name)
    {
        foreach (var member in node.Members)
        {
            Check(member.Value, member.Name.Text);
        }

        foreach (var item in node.Items)
        {
            Check(item, name);
        }

        if (node.Kind == JsonKinds.String)
        {
            CheckText(node, name);
        }
    }

    private void CheckText(JsonNode node, string name)
    {
        var span = new TextSpan(node.At.Start, node.At.Length);
        if (TextCheck.ShapeOf(node.Text, out _) is not ShapeKind.None and var shape)
        {
            if (SecretNames.IsAppId(name))
            {
                reporter.AsAppId(span, $"'{name}'");
            }
            else if (!options.IsSafe(node.Text))
            {
                reporter.Shape(span, shape);
            }

            return;
        }

        var judged = _names.OfKey(name);
        if (judged is SecretName.Secret or SecretName.Token && SecretValue.IsSecret(node.Text, SinkStrength.Label, options))
        {
            reporter.Secret(span, $"the entry '{name}'", judged == SecretName.Token);
        }
        else if (TextSinks.MayHold(node.Text) && _texts.Find(node.Text).FirstOrDefault() is { Length: > 0 } found)
        {
            reporter.Secret(span, $"the value of '{found.Key}' in a text", found.IsToken);
        }
    }
}
