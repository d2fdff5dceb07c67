using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <param name="MethodName">The method that returns the address.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Url">The address, with its variables.</param>
/// <param name="IsRelative">It is found from where the document is.</param>
/// <param name="Variables">Those that must be given first.</param>
internal sealed record ServerModel(
    string MethodName, string Summary, string Url, bool IsRelative, EquatableArray<ServerVariableModel> Variables);

/// <param name="WireName">Its name in the address.</param>
/// <param name="Name">The parameter's name.</param>
/// <param name="Summary">What it chooses.</param>
/// <param name="Default">Its value if none is given; <see langword="null"/> if one must be given.</param>
/// <param name="Values">The values that the server has; none for any.</param>
internal sealed record ServerVariableModel(string WireName, string Name, string Summary, string? Default, EquatableArray<string> Values);
