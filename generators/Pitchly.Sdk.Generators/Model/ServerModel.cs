using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <param name="MethodName">The name of the method that returns the address.</param>
/// <param name="Summary">The documentation of the method.</param>
/// <param name="Url">The address, with its variables.</param>
/// <param name="IsRelative">A value indicating whether the address is relative to the document's address.</param>
/// <param name="Variables">The variables, the required ones first.</param>
internal sealed record ServerModel(
    string MethodName, string Summary, string Url, bool IsRelative, EquatableArray<ServerVariableModel> Variables);

/// <param name="WireName">The variable's name in the address.</param>
/// <param name="Name">The parameter's name.</param>
/// <param name="Summary">The documentation of the parameter.</param>
/// <param name="Default">The default value; <see langword="null"/> if the variable is required.</param>
/// <param name="Values">The allowed values; empty if any value is allowed.</param>
internal sealed record ServerVariableModel(string WireName, string Name, string Summary, string? Default, EquatableArray<string> Values);
