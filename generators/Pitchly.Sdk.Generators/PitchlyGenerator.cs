using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Emit;
using Pitchly.Generators.Model;
using Pitchly.Generators.References;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators;

/// <summary>Generates typed clients, callbacks, and JSON code from each <c>*.pitchly.json</c> among the additional files.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PitchlyGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var all = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, cancellationToken) => SchemaText.From(pair.Left, pair.Right, cancellationToken))
            .Where(text => text is not null)
            .Select((text, _) => text!);

        var openApi = all
            .Where(text => text.OpenApi is not null)
            .Collect();

        var texts = all
            .Where(text => text.Role != SchemaRole.Part)
            .Combine(openApi)
            .Select((pair, _) => OpenApiParts.AddTo(pair.Left, pair.Right))
            .WithTrackingName(StepNames.Text);

        var read = texts
            .Select((text, _) => TranslatedSchema.Prepare(SchemaReader.Read(text)))
            .WithTrackingName(StepNames.Read);

        var libraries = read
            .Combine(read.Collect())
            .Select((pair, _) => (
                Read: pair.Left, Library: SchemaLibrary.For(pair.Left.Document, [.. pair.Right.Select(schema => schema.Document)])))
            .WithTrackingName(StepNames.Library);

        var bound = libraries
            .Select((pair, _) => (pair.Read, Bound: SchemaBinder.Bind(pair.Library)))
            .WithTrackingName(StepNames.Bind);

        var set = bound
            .Collect()
            .Select((schemas, _) => SchemaSet.Check(schemas))
            .WithTrackingName(StepNames.Set);

        var referenced = context.MetadataReferencesProvider
            .Select(static (reference, cancellationToken) => ReferencedTypes.Of(reference, cancellationToken))
            .Collect()
            .Select(static (all, _) => all.OfType<ReferencedTypes>().ToEquatableArray())
            .WithTrackingName(StepNames.References);

        var valid = bound
            .Combine(set)
            .Select((pair, _) => pair.Right.Broken.Contains(pair.Left.Bound.Document.Path)
                ? null
                : pair.Left.Bound with { Model = pair.Left.Bound.Model.WithOwnRegistrations(pair.Right.SharedClientNames) })
            .Combine(referenced)
            .Select((pair, _) => (Schema: pair.Left, Twice: pair.Left is null ? null : ReferencedTypes.Check(pair.Left, pair.Right)))
            .WithTrackingName(StepNames.Valid);

        var models = valid
            .Select((pair, _) => pair.Twice is not null || pair.Schema is not { Document.IsReference: false } ? null : pair.Schema.Model)
            .WithTrackingName(StepNames.Model);

        var language = context.ParseOptionsProvider
            .Select((options, _) => EmittedLanguage.Of(options))
            .WithTrackingName(StepNames.Language);

        var files = models
            .Combine(language)
            .Select((pair, cancellationToken) => pair.Left is null || pair.Right < EmittedLanguage.Lowest
                ? EquatableArray<SourceFile>.Empty
                : SchemaEmitter.Emit(pair.Left, cancellationToken).ToEquatableArray())
            .WithTrackingName(StepNames.Emit);

        var diagnostics = bound
            .Select((pair, _) => pair.Read.Diagnostics
                .Concat(pair.Bound.Diagnostics)
                .Where(diagnostic => diagnostic.IsError || !pair.Read.Document.IsReference)
                .ToEquatableArray())
            .WithTrackingName(StepNames.Diagnostics);

        var contexts = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                ContextType.Attribute, static (_, _) => true, static (found, cancellationToken) => ContextType.Of(found, cancellationToken))
            .Where(types => types.Count > 0)
            .Collect();

        var emittedTypes = models
            .Select((model, _) => model is null ? EquatableArray<(string, string)>.Empty : model.TypesAndResolver)
            .Collect();

        var unseen = contexts
            .Combine(emittedTypes)
            .Select((pair, _) => ContextType.Check(pair.Left, [.. pair.Right.SelectMany(types => types)]));

        var hasSchemas = texts
            .Where(text => text.Role != SchemaRole.Reference)
            .Collect()
            .Select((own, _) => own.Length > 0);

        context.RegisterSourceOutput(hasSchemas.Combine(language), static (output, pair) => CheckLanguage(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(files, static (output, files) => AddSources(output, files));
        context.RegisterSourceOutput(diagnostics, static (output, found) => Report(output, found));
        context.RegisterSourceOutput(valid.Select((pair, _) => pair.Twice), static (output, twice) => Report(
            output, twice is null ? EquatableArray<SchemaDiagnostic>.Empty : new[] { twice }.ToEquatableArray()));
        context.RegisterSourceOutput(unseen, static (output, found) => Report(output, found));
        context.RegisterSourceOutput(set, static (output, set) => Report(output, set.Diagnostics));
    }

    private static void CheckLanguage(SourceProductionContext output, bool hasSchemas, LanguageVersion version)
    {
        if (hasSchemas && version < EmittedLanguage.Lowest)
        {
            output.ReportDiagnostic(EmittedLanguage.TooOld(version));
        }
    }

    private static void AddSources(SourceProductionContext output, EquatableArray<SourceFile> files)
    {
        foreach (var file in files)
        {
            output.AddSource(file.HintName, file.Text);
        }
    }

    private static void Report(SourceProductionContext output, EquatableArray<SchemaDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
        }
    }
}
