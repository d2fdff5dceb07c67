using Microsoft.CodeAnalysis;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>A sink that expects a secret, and the value that reaches it.</summary>
/// <param name="Description">The description of the sink for messages, for example "the parameter 'appSecret'".</param>
/// <param name="Value">The value that reaches the sink.</param>
/// <param name="Strength">How certain it is that the sink expects a secret.</param>
/// <param name="IsToken">Whether the sink expects a token.</param>
internal sealed record SecretSink(string Description, IOperation Value, SinkStrength Strength, bool IsToken)
{
    /// <summary>Creates a sink from a classified name; returns <see langword="null"/> if the name says nothing.</summary>
    public static SecretSink? Named(SecretName name, string description, IOperation value, SinkStrength strength = SinkStrength.Named) =>
        name switch
        {
            SecretName.Secret => new SecretSink(description, value, strength, IsToken: false),
            SecretName.Token => new SecretSink(description, value, strength, IsToken: true),
            SecretName.Likely => new SecretSink(description, value, SinkStrength.Random, IsToken: false),
            SecretName.WeakToken => new SecretSink(description, value, SinkStrength.Weak, IsToken: true),
            _ => null,
        };
}
