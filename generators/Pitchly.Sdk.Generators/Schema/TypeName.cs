namespace Pitchly.Generators.Schema;

/// <summary>What <c>type</c> says.</summary>
/// <param name="Name">The type's name; <see langword="null"/> if none is given, or no good one.</param>
/// <param name="Nullable">JSON's null may stand in its place.</param>
/// <param name="OrText">The number may come as its text.</param>
/// <param name="IsWrong">Its mistake is reported.</param>
internal readonly record struct TypeName(string? Name, bool Nullable, bool OrText, bool IsWrong = false);
