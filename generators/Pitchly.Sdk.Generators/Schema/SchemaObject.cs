using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>An object of the schema with checked keywords. A keyword with a value of the wrong type is treated as absent.</summary>
internal sealed class SchemaObject
{
    /// <summary>A reference. An object in another location may have any keyword, so no missing keyword is reported.</summary>
    private const string AnyKeyword = "$ref";

    private readonly DiagnosticBag _diagnostics;

    /// <summary>The valid members: the node's own list, or a copy without invalid members.</summary>
    private readonly List<JsonMember> _members;

    private HashSet<string>? _possiblyMeant;

    private SchemaObject(JsonNode node, KeywordSet keywords, DiagnosticBag diagnostics)
    {
        (Node, Keywords, _diagnostics, _members) = (node, keywords, diagnostics, node.Members);
        for (var i = 0; i < node.Members.Count; i++)
        {
            var member = node.Members[i];
            var hadMistakes = _members != node.Members;
            if (!Check(member))
            {
                _members = hadMistakes ? _members : node.Members.GetRange(0, i);
            }
            else if (hadMistakes)
            {
                _members.Add(member);
            }
        }
    }

    public JsonNode Node { get; }

    public SourceRange At => Node.At;

    public KeywordSet Keywords { get; }

    /// <summary>Checks an object's keywords, or reports that the node is not an object.</summary>
    /// <param name="node">The object.</param>
    /// <param name="name">The keyword or name of the object; <see langword="null"/> for an item of an array or the whole schema.</param>
    /// <param name="keywords">The keywords that the object can have.</param>
    /// <param name="diagnostics">The diagnostics to add errors to.</param>
    public static SchemaObject? Of(JsonNode node, string? name, KeywordSet keywords, DiagnosticBag diagnostics)
    {
        if (node.Kind == JsonKinds.Object)
        {
            return new SchemaObject(node, keywords, diagnostics);
        }

        var subject = name is null ? MessageText.Capitalize(keywords.Owner) : $"'{name}'";
        diagnostics.Add(SchemaDescriptors.WrongValue, node.At, subject, MessageText.Kinds(JsonKinds.Object), MessageText.Kinds(node.Kind));
        return null;
    }

    /// <summary>
    /// Returns <see langword="true"/> if an unknown keyword, which is already reported, may have been meant as this one; otherwise,
    /// <see langword="false"/>.
    /// </summary>
    public bool MayBeMisspelled(string keyword) =>
        _possiblyMeant is not null && (_possiblyMeant.Contains(keyword) || _possiblyMeant.Contains(AnyKeyword));

    public bool Has(string keyword) => Get(keyword) is not null;

    public JsonNode? Get(string keyword)
    {
        foreach (var member in _members)
        {
            if (member.Name.Text == keyword)
            {
                return member.Value;
            }
        }

        return null;
    }

    public Name? GetName(string keyword) => Get(keyword) is { } node ? new Name(node.Text, node.At) : null;

    public string? GetText(string keyword) => Get(keyword)?.Text;

    public bool IsTrue(string keyword) => Get(keyword) is { Text: "true", Kind: JsonKinds.Boolean };

    /// <summary>Reads the annotations that any declaration may have.</summary>
    public Notes ReadNotes() => new(GetText("title"), GetText("description"), IsTrue("deprecated"), GetName("csharpName"));

    /// <summary>
    /// Returns the entries of a keyword whose value is an object with names chosen by the author. A repeated name is reported.
    /// </summary>
    public IEnumerable<JsonMember> Entries(string keyword, string what)
    {
        var seen = new HashSet<string>();
        foreach (var entry in Get(keyword)?.Members ?? [])
        {
            if (seen.Add(entry.Name.Text))
            {
                yield return entry;
            }
            else
            {
                _diagnostics.Add(SchemaDescriptors.Collision, entry.Name.At, $"{what} '{entry.Name.Text}'", "", "rename or remove one");
            }
        }
    }

    public Name? Require(string keyword, string why, SourceRange? at = null)
    {
        if (GetName(keyword) is { } name)
        {
            return name;
        }

        if (!MayBeMisspelled(keyword) && !Node.Members.Any(member => member.Name.Text == keyword))
        {
            _diagnostics.Add(SchemaDescriptors.MissingKeyword, at ?? At, MessageText.Capitalize(Keywords.Owner), keyword, why);
        }

        return null;
    }

    /// <summary>Reports a keyword that does not apply here.</summary>
    public void Refuse(string keyword, string what, string advice)
    {
        if (Get(keyword) is { } node)
        {
            _diagnostics.Add(SchemaDescriptors.NotApplicable, node.At, keyword, what, advice);
        }
    }

    /// <summary>
    /// Returns the value of a keyword, which must be one of the given words. Another value is reported, and the first word is returned
    /// instead.
    /// </summary>
    public string OneOf(string keyword, params string[] words)
    {
        if (Get(keyword) is not { } node || words.Contains(node.Text))
        {
            return GetText(keyword) ?? words[0];
        }

        var expected = MessageText.OneOf(words.Where(word => word.Length > 0).ToList());
        _diagnostics.Add(SchemaDescriptors.WrongValue, node.At, $"'{keyword}'", expected, $"'{node.Text}'");
        return words[0];
    }

    /// <summary>
    /// Returns <see langword="true"/> if the member is valid; otherwise, reports the error and returns <see langword="false"/>.
    /// </summary>
    private bool Check(JsonMember member)
    {
        var (name, value) = (member.Name, member.Value);
        if (!Keywords.Words.TryGetValue(name.Text, out var kinds))
        {
            var meant = name.Text == AnyKeyword ? AnyKeyword : Keywords.Near(name.Text) ?? name.Text;
            (_possiblyMeant ??= []).Add(meant);
            _diagnostics.Add(SchemaDescriptors.UnknownKeyword, name.At, name.Text, Keywords.Owner, Keywords.Advice(name.Text));
            return false;
        }

        if ((value.Kind & kinds) == 0)
        {
            _diagnostics.Add(
                SchemaDescriptors.WrongValue, value.At, $"'{name.Text}'", MessageText.Kinds(kinds), MessageText.Kinds(value.Kind));
            return false;
        }

        if (Get(name.Text) is { } first && first != value)
        {
            _diagnostics.Add(SchemaDescriptors.Collision, name.At, $"The keyword '{name.Text}'", "", "remove one");
            return false;
        }

        return true;
    }
}
