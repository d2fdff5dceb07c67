using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>The position of an operation in a control flow graph.</summary>
internal sealed record Position(FlowGraph Graph, int Block, int Index);

/// <summary>A control flow graph, with the writes of each block in execution order.</summary>
internal sealed class FlowGraph(ControlFlowGraph graph, FlowGraph? parent, ISymbol? function, SyntaxNode? functionSyntax)
{
    public ControlFlowGraph Graph { get; } = graph;

    /// <summary>Gets the graph of the method around this lambda or local function; otherwise, <see langword="null"/>.</summary>
    public FlowGraph? Parent { get; } = parent;

    public ISymbol? Function { get; } = function;

    public SyntaxNode? FunctionSyntax { get; } = functionSyntax;

    public List<(int Index, Definition Definition)>[] Writes { get; } =
        [.. Enumerable.Range(0, graph.Blocks.Length).Select(_ => new List<(int, Definition)>())];
}

/// <summary>Records, in evaluation order, the writes of each block of a method and the position of each read.</summary>
internal sealed class FlowRecorder : OperationWalker
{
    private readonly Dictionary<CaptureId, IOperation> _captures = [];
    private FlowGraph _graph = null!;
    private int _block;
    private int _index;

    public List<FlowGraph> Graphs { get; } = [];

    public Dictionary<SyntaxNode, Position> Reads { get; } = [];

    public List<(Slot Slot, SyntaxNode Syntax)> SlotReads { get; } = [];

    /// <summary>
    /// Gets the positions where each lambda is created, and where each local function is called or converted to a delegate.
    /// </summary>
    public Dictionary<ISymbol, List<Position>> Uses { get; } = new(SymbolEqualityComparer.Default);

    public void Record(ControlFlowGraph graph, FlowGraph? parent, ISymbol? function, SyntaxNode? syntax,
        CancellationToken cancellationToken)
    {
        var (outer, outerBlock, outerIndex) = (_graph, _block, _index);
        var flow = new FlowGraph(graph, parent, function, syntax);
        Graphs.Add(flow);
        foreach (var local in graph.LocalFunctions)
        {
            Record(graph.GetLocalFunctionControlFlowGraph(local, cancellationToken), flow, local, null, cancellationToken);
        }

        foreach (var block in graph.Blocks)
        {
            (_graph, _block, _index) = (flow, block.Ordinal, 0);
            foreach (var operation in block.Operations)
            {
                Visit(operation);
            }

            Visit(block.BranchValue);
        }

        (_graph, _block, _index) = (outer, outerBlock, outerIndex);
    }

    public override void DefaultVisit(IOperation operation)
    {
        base.DefaultVisit(operation);
        _index++;
    }

    public override void VisitSimpleAssignment(ISimpleAssignmentOperation operation)
    {
        Visit(operation.Value);
        VisitTarget(operation.Target);
        Write(operation.Target, operation.Value.Syntax, DefinitionKind.Assigned);
    }

    public override void VisitCompoundAssignment(ICompoundAssignmentOperation operation)
    {
        Visit(operation.Target);
        Visit(operation.Value);
        Write(operation.Target, operation.Value.Syntax, operation.OperatorKind == BinaryOperatorKind.Add ? DefinitionKind.Appended
            : DefinitionKind.Unknown);
    }

    public override void VisitIncrementOrDecrement(IIncrementOrDecrementOperation operation)
    {
        Visit(operation.Target);
        Write(operation.Target, operation.Syntax, DefinitionKind.Unknown);
    }

    public override void VisitDeconstructionAssignment(IDeconstructionAssignmentOperation operation)
    {
        Visit(operation.Value);
        Deconstruct(operation.Target, operation.Value.Syntax, []);
    }

    public override void VisitArgument(IArgumentOperation operation)
    {
        base.VisitArgument(operation);
        if (operation.Parameter?.RefKind is RefKind.Out or RefKind.Ref)
        {
            Write(operation.Value, operation.Syntax, DefinitionKind.ByReference);
        }
    }

    public override void VisitLocalReference(ILocalReferenceOperation operation) => Read(operation);

    public override void VisitParameterReference(IParameterReferenceOperation operation) => Read(operation);

    public override void VisitFieldReference(IFieldReferenceOperation operation)
    {
        base.VisitFieldReference(operation);
        Read(operation);
    }

    public override void VisitPropertyReference(IPropertyReferenceOperation operation)
    {
        base.VisitPropertyReference(operation);
        Read(operation);
    }

    public override void VisitArrayElementReference(IArrayElementReferenceOperation operation)
    {
        base.VisitArrayElementReference(operation);
        Read(operation);
    }

    public override void VisitInvocation(IInvocationOperation operation)
    {
        base.VisitInvocation(operation);
        Use(operation.TargetMethod.OriginalDefinition, operation.TargetMethod.MethodKind == MethodKind.LocalFunction);
        Reads[operation.Syntax] = Here();
    }

    public override void VisitMethodReference(IMethodReferenceOperation operation)
    {
        base.VisitMethodReference(operation);
        Use(operation.Method.OriginalDefinition, operation.Method.MethodKind == MethodKind.LocalFunction);
    }

    /// <summary>Records a captured target. If the value contains a branch, the graph captures the target before it.</summary>
    public override void VisitFlowCapture(IFlowCaptureOperation operation)
    {
        base.VisitFlowCapture(operation);
        _captures[operation.Id] = operation.Value;
    }

    public override void VisitFlowAnonymousFunction(IFlowAnonymousFunctionOperation operation)
    {
        Use(operation.Symbol, true);
        Record(_graph.Graph.GetAnonymousFunctionControlFlowGraph(operation), _graph, operation.Symbol, operation.Syntax,
            CancellationToken.None);
        _index++;
    }

    private void Read(IOperation operation)
    {
        _index++;
        Reads[operation.Syntax] = Here();
        if (Slot.Of(operation) is { } slot)
        {
            SlotReads.Add((slot, operation.Syntax));
        }
    }

    private void VisitTarget(IOperation target)
    {
        switch (target)
        {
            case IMemberReferenceOperation { Instance: { } instance }:
                Visit(instance);
                break;
            case IArrayElementReferenceOperation element:
                Visit(element.ArrayReference);
                break;
        }
    }

    private void Write(IOperation target, SyntaxNode value, DefinitionKind kind, ImmutableArray<int> path = default)
    {
        _index++;
        if (target is IFlowCaptureReferenceOperation reference && _captures.TryGetValue(reference.Id, out var captured))
        {
            target = captured;
        }

        if (Slot.Of(target) is { } slot)
        {
            _graph.Writes[_block].Add((_index, new Definition(slot, value, target.Syntax, kind, path.IsDefault ? [] : path)));
        }
    }

    private void Deconstruct(IOperation target, SyntaxNode value, ImmutableArray<int> path)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                Deconstruct(declaration.Expression, value, path);
                break;
            case ITupleOperation tuple:
                for (var index = 0; index < tuple.Elements.Length; index++)
                {
                    Deconstruct(tuple.Elements[index], value, path.Add(index));
                }

                break;
            default:
                Write(target, value, DefinitionKind.Assigned, path);
                break;
        }
    }

    private void Use(ISymbol function, bool isNested)
    {
        if (!isNested)
        {
            return;
        }

        if (!Uses.TryGetValue(function, out var uses))
        {
            Uses[function] = uses = [];
        }

        uses.Add(Here());
    }

    private Position Here() => new(_graph, _block, _index);
}
