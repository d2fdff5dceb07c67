using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pitchly.Docs.Tests;

/// <summary>A link on a page whose text names a member, such as <c>Walk.Texts</c>, and whose target is the file that declares it.</summary>
internal sealed partial record CodeLink(string Owner, string Member, string Path)
{
    /// <summary>Returns the link, or <see langword="null"/> if its text does not name a member of a source file.</summary>
    public static CodeLink? Of(string page, string text, string target)
    {
        var name = Name().Match(text);
        return name.Success && (target.EndsWith(".cs", StringComparison.Ordinal) || target.EndsWith(".js", StringComparison.Ordinal))
            ? new CodeLink(name.Groups["owner"].Value, name.Groups["member"].Value, LinkTarget.Of(page, target)!.Path)
            : null;
    }

    /// <summary>Returns a value indicating whether the file exists and declares the member.</summary>
    public bool IsDeclared()
    {
        var file = System.IO.Path.Combine(Repository.Root, Path);
        if (!File.Exists(file))
        {
            return false;
        }

        var code = File.ReadAllText(file);
        return Path.EndsWith(".cs", StringComparison.Ordinal) ? IsIn(code) : IsInScript(code);
    }

    private bool IsIn(string code) => CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes()
        .OfType<TypeDeclarationSyntax>()
        .Where(type => type.Identifier.Text == Owner)
        .Any(type => type.Members.Any(IsMember) || IsParameter(type));

    /// <summary>Returns a value indicating whether the member is a parameter of a record, because these are its properties.</summary>
    private bool IsParameter(TypeDeclarationSyntax type) =>
        type.ParameterList?.Parameters.Any(parameter => parameter.Identifier.Text == Member) == true;

    private bool IsMember(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text == Member,
        PropertyDeclarationSyntax property => property.Identifier.Text == Member,
        _ => false,
    };

    /// <summary>Returns a value indicating whether a script declares the member. Its owner is the file itself or a class in it.</summary>
    private bool IsInScript(string script)
    {
        var member = Regex.Escape(Member);
        var isOwner = System.IO.Path.GetFileNameWithoutExtension(Path) == Owner
            || script.Contains($"class {Owner} ", StringComparison.Ordinal);
        return isOwner
            && Regex.IsMatch(script, $@"^\s*((async |export |function )*{member}\(|(export )?const {member} =)", RegexOptions.Multiline);
    }

    [GeneratedRegex(@"^(?<owner>\w+)\.(?<member>#?\w+)$")]
    private static partial Regex Name();
}
