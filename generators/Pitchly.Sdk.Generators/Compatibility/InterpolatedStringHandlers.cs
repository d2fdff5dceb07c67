using System.Diagnostics.CodeAnalysis;

namespace System.Runtime.CompilerServices;

/// <summary>Marks a type as an interpolated string handler. .NET Standard 2.0 does not have this attribute.</summary>
[ExcludeFromCodeCoverage]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class InterpolatedStringHandlerAttribute : Attribute;

/// <summary>Names the argument to pass to the handler's constructor. An empty name is the receiver of the call.</summary>
[ExcludeFromCodeCoverage]
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class InterpolatedStringHandlerArgumentAttribute(string argument) : Attribute
{
    /// <summary>Gets the argument's name.</summary>
    public string[] Arguments { get; } = [argument];
}
