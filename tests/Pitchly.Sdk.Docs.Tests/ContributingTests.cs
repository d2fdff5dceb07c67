using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pitchly.Docs.Tests;

/// <summary>Tests that the test commands in CONTRIBUTING.md select tests.</summary>
public sealed partial class ContributingTests
{
    private const int UsualChanges = 3;

    public static TheoryData<string> Commands =>
    [
        .. MarkdownPage.Read("CONTRIBUTING.md").InlineCode
            .Select(code => code.Trim('`'))
            .Where(code => code.StartsWith("dotnet test ", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Each_usual_change_has_a_table_of_files_and_a_command()
    {
        var changes = File.ReadAllText(Path.Combine(Repository.Root, "CONTRIBUTING.md")).Split("\n## ").Skip(1).ToList();

        Assert.Equal(UsualChanges, changes.Count);
        Assert.All(changes, change =>
        {
            Assert.NotEmpty(MarkdownPage.Parse(change).Tables);
            Assert.Contains("\n`dotnet test --project tests/", change, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Test_command_selects_existing_classes(string command)
    {
        var parsed = Command().Match(command);
        Assert.True(parsed.Success, $"'{command}' is no 'dotnet test --project PROJECT --filter-class \"*.CLASS\" …'.");
        var classes = TestClasses(Path.Combine(Repository.Root, parsed.Groups["project"].Value)).ToHashSet();

        Assert.NotEmpty(classes);
        Assert.All(parsed.Groups["class"].Captures, filter => Assert.Contains(filter.Value, classes));
    }

    /// <summary>Returns the names of a project's classes that have tests.</summary>
    private static IEnumerable<string> TestClasses(string project) => Directory
        .GetFiles(project, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains(".verified.", StringComparison.Ordinal))
        .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>())
        .Where(type => type.Members.OfType<MethodDeclarationSyntax>().Any(IsTest))
        .Select(type => type.Identifier.Text);

    private static bool IsTest(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "Fact" or "Theory");

    [GeneratedRegex("""^dotnet test --project (?<project>tests/[\w.]+)( --filter-class "\*\.(?<class>\w+)")*$""")]
    private static partial Regex Command();
}
