using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>
/// Computes, for one method, which writes may reach a read. The search goes backward from the read over the control flow graph.
/// </summary>
internal sealed class MethodFlow
{
    private readonly FlowRecorder _recorder = new();

    private MethodFlow(ControlFlowGraph graph, CancellationToken cancellationToken) =>
        _recorder.Record(graph, null, null, null, cancellationToken);

    /// <summary>Returns the method, accessor, initializer, or file of top-level statements around a node.</summary>
    public static SyntaxNode? MemberAround(SyntaxNode node)
    {
        foreach (var one in node.AncestorsAndSelf())
        {
            switch (one)
            {
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax:
                case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }:
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or ParameterSyntax }:
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } }:
                    return one;
                case BaseTypeDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    public static MethodFlow? Create(SyntaxNode member, SemanticModel model, CancellationToken cancellationToken)
    {
        try
        {
            return ControlFlowGraph.Create(member, model, cancellationToken) is { } graph ? new MethodFlow(graph, cancellationToken) : null;
        }
        catch (ArgumentException)
        {
            // Code with errors may have no graph.
            return null;
        }
    }

    /// <summary>Returns the writes to a slot that may reach a read at the node.</summary>
    public Reaching At(SyntaxNode read, Slot slot)
    {
        if (!_recorder.Reads.TryGetValue(read, out var position))
        {
            return new Reaching([.. AllWrites(slot)], FromStart: true);
        }

        var search = new Search(this, slot);
        search.From(position);
        search.AddWritesOfOthers(position.Graph);
        return search.Result();
    }

    /// <summary>Returns the writes to a slot that are in effect when the method returns.</summary>
    public Reaching AtExit(Slot slot)
    {
        var search = new Search(this, slot);
        var graph = _recorder.Graphs[0];
        search.From(new Position(graph, graph.Graph.Blocks.Length - 1, int.MaxValue));
        return search.Result();
    }

    /// <summary>Determines whether a write is ever read in this method.</summary>
    public bool IsRead(Slot slot, SyntaxNode value) =>
        _recorder.SlotReads.Any(read =>
            read.Slot.Equals(slot) && At(read.Syntax, slot).Definitions.Any(definition => definition.Syntax == value));

    public IEnumerable<Definition> AllWrites(Slot slot) => _recorder.Graphs
        .SelectMany(graph => graph.Writes)
        .SelectMany(writes => writes)
        .Select(write => write.Definition)
        .Where(definition => Concerns(definition, slot));

    private static bool Concerns(Definition definition, Slot slot)
    {
        var writesWhole = slot.Member is not null && definition.Slot.Member is null;
        return definition.Slot.Equals(slot) || writesWhole && SymbolEqualityComparer.Default.Equals(definition.Slot.Root, slot.Root);
    }

    /// <summary>A single backward search.</summary>
    private sealed class Search(MethodFlow flow, Slot slot)
    {
        private readonly HashSet<Definition> _found = [];
        private readonly HashSet<(FlowGraph, int)> _done = [];
        private readonly Stack<Position> _next = new();
        private bool _fromStart;

        public void From(Position position)
        {
            _next.Push(position);
            while (_next.Count > 0)
            {
                Step(_next.Pop());
            }
        }

        /// <summary>
        /// Adds the writes of the lambdas and local functions other than the reading one and those around it, because they may have run at
        /// any time.
        /// </summary>
        public void AddWritesOfOthers(FlowGraph reading)
        {
            foreach (var other in flow._recorder.Graphs)
            {
                if (other.Parent is not null && other != reading && !IsAround(other, reading))
                {
                    _found.UnionWith(other.Writes.SelectMany(writes => writes).Select(write => write.Definition)
                        .Where(definition => Concerns(definition, slot)));
                }
            }
        }

        private static bool IsAround(FlowGraph outer, FlowGraph inner)
        {
            for (var around = inner.Parent; around is not null; around = around.Parent)
            {
                if (around == outer)
                {
                    return true;
                }
            }

            return false;
        }

        public Reaching Result() => new([.. _found], _fromStart);

        private void Step(Position at)
        {
            if (IsWritten(at))
            {
                return;
            }

            var block = at.Graph.Graph.Blocks[at.Block];
            if (block.Kind == BasicBlockKind.Entry)
            {
                Leave(at.Graph);
                return;
            }

            foreach (var branch in block.Predecessors)
            {
                if (!IsNeverTaken(branch) && LeadsThrough(at.Graph, branch))
                {
                    Push(at.Graph, branch.Source.Ordinal);
                }
            }

            if (block.Predecessors.IsEmpty)
            {
                EnterHandler(at.Graph, block);
            }
        }

        /// <summary>Determines whether a constant condition excludes the branch.</summary>
        private static bool IsNeverTaken(ControlFlowBranch branch) =>
            branch.Source.BranchValue?.ConstantValue is { HasValue: true, Value: bool value }
                && branch.IsConditionalSuccessor != (value == (branch.Source.ConditionKind == ControlFlowConditionKind.WhenTrue));

        /// <summary>Determines whether the block writes the slot up to the position. If so, no earlier write reaches the read.</summary>
        private bool IsWritten(Position at)
        {
            var writes = at.Graph.Writes[at.Block];
            var last = writes.FindLastIndex(write => write.Index <= at.Index && Concerns(write.Definition, slot));
            if (last >= 0)
            {
                _found.Add(writes[last].Definition);
            }

            return last >= 0;
        }

        /// <summary>
        /// Determines whether a write from before a branch may reach the code after it. The finally blocks that the branch runs, the
        /// outermost last, may have written the slot.
        /// </summary>
        private bool LeadsThrough(FlowGraph graph, ControlFlowBranch branch) =>
            branch.FinallyRegions.Reverse().All(region => LeadsThrough(graph, region));

        private bool LeadsThrough(FlowGraph graph, ControlFlowRegion region)
        {
            var blocks = graph.Graph.Blocks;
            var next = new Stack<int>(Enumerable.Range(region.FirstBlockOrdinal, region.LastBlockOrdinal - region.FirstBlockOrdinal + 1)
                .Where(block => Ends(blocks[block], region)));
            var done = new HashSet<int>(next);
            var isThrough = false;
            while (next.Count > 0)
            {
                var block = next.Pop();
                if (IsWritten(new Position(graph, block, int.MaxValue)))
                {
                    continue;
                }

                isThrough |= block == region.FirstBlockOrdinal;
                foreach (var branch in blocks[block].Predecessors.Where(one =>
                    one.Source.Ordinal >= region.FirstBlockOrdinal && one.Source.Ordinal <= region.LastBlockOrdinal))
                {
                    if (LeadsThrough(graph, branch) && done.Add(branch.Source.Ordinal))
                    {
                        next.Push(branch.Source.Ordinal);
                    }
                }
            }

            return isThrough;
        }

        /// <summary>Determines whether the finally block of the region, and not one nested in it, ends at this block.</summary>
        private static bool Ends(BasicBlock block, ControlFlowRegion region)
        {
            var around = block.EnclosingRegion;
            while (around.Kind != ControlFlowRegionKind.Finally && around.EnclosingRegion is { } outer)
            {
                around = outer;
            }

            return around == region && block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling;
        }

        /// <summary>
        /// Continues from an exception handler into the region that it guards, because the handler may start after any point in it.
        /// </summary>
        private void EnterHandler(FlowGraph graph, BasicBlock block)
        {
            for (var region = block.EnclosingRegion; region?.EnclosingRegion is { } around; region = around)
            {
                if (around.Kind is ControlFlowRegionKind.TryAndCatch or ControlFlowRegionKind.TryAndFinally
                    && region.Kind != ControlFlowRegionKind.Try)
                {
                    var guarded = around.NestedRegions[0];
                    AddAll(graph, guarded);
                    Push(graph, guarded.FirstBlockOrdinal, throughWrites: false);
                    return;
                }
            }
        }

        private void AddAll(FlowGraph graph, ControlFlowRegion region)
        {
            for (var block = region.FirstBlockOrdinal; block <= region.LastBlockOrdinal; block++)
            {
                _found.UnionWith(graph.Writes[block].Select(write => write.Definition).Where(definition => Concerns(definition, slot)));
            }
        }

        /// <summary>
        /// Continues from the start of a lambda or local function to its uses. A slot that the function did not write has the value that it
        /// had where the function was created or called.
        /// </summary>
        private void Leave(FlowGraph graph)
        {
            if (graph.Parent is null || IsOwn(graph))
            {
                _fromStart = true;
                return;
            }

            if (!flow._recorder.Uses.TryGetValue(graph.Function!, out var uses))
            {
                _found.UnionWith(flow.AllWrites(slot));
                _fromStart = true;
                return;
            }

            foreach (var use in uses.Where(use => use.Graph != graph))
            {
                if (_done.Add((use.Graph, -1 - (use.Block * 100_000) - use.Index)))
                {
                    _next.Push(use);
                }
            }

            if (graph.FunctionSyntax is { } lambda)
            {
                _found.UnionWith(flow.AllWrites(slot).Where(definition => definition.Syntax.SpanStart > lambda.Span.End));
            }
        }

        private bool IsOwn(FlowGraph graph) => SymbolEqualityComparer.Default.Equals(slot.Root.ContainingSymbol, graph.Function);

        private void Push(FlowGraph graph, int block, bool throughWrites = true)
        {
            if (_done.Add((graph, block)))
            {
                _next.Push(new Position(graph, block, throughWrites ? int.MaxValue : -1));
            }
        }
    }
}
