using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>Answers, for one method, which writes a read may see. It goes backwards from the read, over the control flow graph.</summary>
internal sealed class MethodFlow
{
    private readonly FlowRecorder _recorder = new();

    private MethodFlow(ControlFlowGraph graph, CancellationToken cancellationToken) =>
        _recorder.Record(graph, null, null, null, cancellationToken);

    /// <summary>The method, accessor, initializer or file of statements around a node.</summary>
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
            // Code with errors in it may have no graph.
            return null;
        }
    }

    /// <summary>The writes to a slot that a read at the node may see.</summary>
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

    /// <summary>The writes to a slot that stand when the method returns.</summary>
    public Reaching AtExit(Slot slot)
    {
        var search = new Search(this, slot);
        var graph = _recorder.Graphs[0];
        search.From(new Position(graph, graph.Graph.Blocks.Length - 1, int.MaxValue));
        return search.Result();
    }

    /// <summary>Whether a write is ever read, in this method.</summary>
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

    /// <summary>One walk backwards.</summary>
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

        /// <summary>What lambdas and local functions besides the one that reads may have written, whenever they ran.</summary>
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

        /// <summary>Whether a condition that is a constant leads elsewhere.</summary>
        private static bool IsNeverTaken(ControlFlowBranch branch) =>
            branch.Source.BranchValue?.ConstantValue is { HasValue: true, Value: bool value }
                && branch.IsConditionalSuccessor != (value == (branch.Source.ConditionKind == ControlFlowConditionKind.WhenTrue));

        /// <summary>Whether the block writes the slot, up to the position; if so, no earlier write is seen.</summary>
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
        /// Whether what stood before a branch may stand after it: the finally blocks that it runs, the outermost last, may have written the
        /// slot.
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

        /// <summary>Whether a finally block ends here, and none within it.</summary>
        private static bool Ends(BasicBlock block, ControlFlowRegion region)
        {
            var around = block.EnclosingRegion;
            while (around.Kind != ControlFlowRegionKind.Finally && around.EnclosingRegion is { } outer)
            {
                around = outer;
            }

            return around == region && block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling;
        }

        /// <summary>A handler begins after any point of what it guards.</summary>
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

        /// <summary>What a lambda or local function did not write itself, it sees as it was where it was made or called.</summary>
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
