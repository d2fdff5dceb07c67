using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>A write that a read may see.</summary>
/// <param name="Slot">What is written: the slot itself, or the whole variable of which it is a member.</param>
/// <param name="Syntax">The value, or the argument of the call that writes it.</param>
/// <param name="Target">What stands on the left.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Path">Which element of the value it is, where a deconstruction takes the value apart.</param>
internal sealed record Definition(Slot Slot, SyntaxNode Syntax, SyntaxNode Target, DefinitionKind Kind, ImmutableArray<int> Path);

internal enum DefinitionKind
{
    /// <summary>The value replaces what was there.</summary>
    Assigned,

    /// <summary>The value is added to what was there.</summary>
    Appended,

    /// <summary>A call writes it, by an <c>out</c> or <c>ref</c> argument.</summary>
    ByReference,

    /// <summary>It becomes something that is no text of the source.</summary>
    Unknown,
}

/// <summary>The writes that a read may see, and whether it may also see what was there when the method began.</summary>
internal sealed record Reaching(ImmutableArray<Definition> Definitions, bool FromStart);
