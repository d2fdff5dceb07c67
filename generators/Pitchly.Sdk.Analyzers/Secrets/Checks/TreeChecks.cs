using Microsoft.CodeAnalysis;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Sinks;

namespace Pitchly.Analyzers.Secrets.Checks;

/// <summary>The detectors of sinks, with the options that apply to a file.</summary>
internal sealed class TreeChecks
{
    public TreeChecks(SecretOptions options, IAssemblySymbol assembly, ProjectKind kind)
    {
        Options = options;
        Names = new SecretNames(options);
        Callees = new Callees(Names, assembly, kind == ProjectKind.Client);
        Named = new NamedSinks(Names);
        Keyed = new KeyedSinks(Names);
        Collections = new CollectionSinks(Names);
        Markup = new MarkupSinks(Names);
        InText = new TextSinks(Names, options);
        Texts = new TextCheck(options, InText);
    }

    public SecretOptions Options { get; }

    public SecretNames Names { get; }

    public Callees Callees { get; }

    public NamedSinks Named { get; }

    public KeyedSinks Keyed { get; }

    public CollectionSinks Collections { get; }

    public MarkupSinks Markup { get; }

    public TextSinks InText { get; }

    public TextCheck Texts { get; }
}
