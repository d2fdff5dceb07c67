using Microsoft.CodeAnalysis;
using Pitchly.Analyzers.Secrets.Flow;
using Pitchly.Analyzers.Secrets.Flow.Source;
using Pitchly.Analyzers.Secrets.Reports;

namespace Pitchly.Analyzers.Secrets.Checks;

/// <summary>The state that the checks of one body share.</summary>
internal sealed class BodyContext(TreeChecks checks, SourceProgram program, BodyFindings findings, CancellationToken cancellationToken)
{
    public TreeChecks Checks { get; } = checks;

    public SourceProgram Program { get; } = program;

    public BodyFindings Findings { get; } = findings;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Starts a backward walk from an operation, and reuses its semantic model, which the compiler has already bound.</summary>
    public Walk NewWalk(IOperation at, bool withHoles = false)
    {
        if (at.SemanticModel is { } model)
        {
            Program.Share(model);
        }

        return new Walk(Program, withHoles, CancellationToken);
    }
}
