namespace Pitchly.Emulator;

/// <summary>The emulator can't start. The message gives the reason and the solution.</summary>
/// <param name="message">The reason and the solution.</param>
/// <param name="innerException">The cause.</param>
public sealed class EmulatorException(string message, Exception? innerException = null) : Exception(message, innerException);
