using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Emit;

/// <summary>
/// The C# version that the emitted code requires. The code uses required members, UTF-8 literals, and static abstract interface members.
/// </summary>
internal static class EmittedLanguage
{
    public const LanguageVersion Lowest = LanguageVersion.CSharp11;

    public static LanguageVersion Of(ParseOptions options) => ((CSharpParseOptions)options).LanguageVersion;

    public static Diagnostic TooOld(LanguageVersion version) => Diagnostic.Create(
        SchemaDescriptors.LanguageTooOld, Location.None, MajorVersion(Lowest), version.ToDisplayString());

    private static string MajorVersion(LanguageVersion version) => version.ToDisplayString().Split('.')[0];
}
