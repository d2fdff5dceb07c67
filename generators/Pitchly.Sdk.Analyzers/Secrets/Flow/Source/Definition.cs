using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>A write that may reach a read.</summary>
/// <param name="Slot">The written slot: the slot that is read, or the whole variable that it is a member of.</param>
/// <param name="Syntax">The value, or the argument of the call that writes it.</param>
/// <param name="Target">The target of the write.</param>
/// <param name="Kind">The kind of the write.</param>
/// <param name="Path">The position of the written element in the value, if a deconstruction splits the value.</param>
internal sealed record Definition(Slot Slot, SyntaxNode Syntax, SyntaxNode Target, DefinitionKind Kind, ImmutableArray<int> Path);

internal enum DefinitionKind
{
    /// <summary>The value replaces the previous one.</summary>
    Assigned,

    /// <summary>The value is appended to the previous one.</summary>
    Appended,

    /// <summary>A call writes the value through an <c>out</c> or <c>ref</c> argument.</summary>
    ByReference,

    /// <summary>The new value is not a text of the source.</summary>
    Unknown,
}

/// <summary>The writes that may reach a read, and whether the value from the start of the method may reach it too.</summary>
internal sealed record Reaching(ImmutableArray<Definition> Definitions, bool FromStart);
