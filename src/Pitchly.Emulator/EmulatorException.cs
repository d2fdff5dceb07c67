namespace Pitchly.Emulator;

/// <summary>The emulator can't start. The message says why, and what to do.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="innerException">What caused it.</param>
public sealed class EmulatorException(string message, Exception? innerException = null) : Exception(message, innerException);
