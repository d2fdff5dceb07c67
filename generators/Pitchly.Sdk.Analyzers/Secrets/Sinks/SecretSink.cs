using Microsoft.CodeAnalysis;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>A place that is meant for a secret, and what comes to it.</summary>
/// <param name="Description">What it is, for messages, for example "the parameter 'appSecret'".</param>
/// <param name="Value">What comes to it.</param>
/// <param name="Strength">How sure it is that it is meant for a secret.</param>
/// <param name="IsToken">Whether it is meant for a token.</param>
internal sealed record SecretSink(string Description, IOperation Value, SinkStrength Strength, bool IsToken)
{
    /// <summary>A sink by its name, or <see langword="null"/> if the name says nothing.</summary>
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
