using Pitchly.Generators.Model;

namespace Pitchly.Generators.Emit;

/// <summary>Emits a method for each server that returns the server's address.</summary>
internal static class ServerEmitter
{
    public static void Emit(CodeWriter code, ServerModel server)
    {
        code.Line();
        code.Summary(server.Summary);
        if (server.IsRelative)
        {
            code.Param("document", "The address of the API's document, to which the server's address is relative.");
        }

        foreach (var variable in server.Variables)
        {
            code.Param(variable.Name, variable.Summary);
        }

        code.Line($"/// <returns>The address, for <see cref=\"{Known.HttpClient}.BaseAddress\"/>.</returns>");
        code.Line($"/// <exception cref=\"{Known.ArgumentException}\">A value is not one of the server's values.</exception>");
        code.Line($"public static {Known.Uri} {server.MethodName}({string.Join(", ", Parameters(server))}) =>");
        code.Indented(() => code.Line($"{Known.PitchlyServer}.Address({CodeWriter.Literal(server.Url)}, "
            + $"{(server.IsRelative ? "document" : "null")}{Passed(server)});"));
    }

    private static IEnumerable<string> Parameters(ServerModel server) => (server.IsRelative ? new[] { $"{Known.Uri} document" } : [])
        .Concat(server.Variables.Select(variable =>
            $"string {variable.Name}" + (variable.Default is null ? "" : $" = {CodeWriter.Literal(variable.Default)}")));

    private static string Passed(ServerModel server)
    {
        var variables = server.Variables.Select(variable =>
        {
            var values = variable.Values.Select(CodeWriter.Literal).ToList();
            var allowed = values.Count == 0 ? "" : $", new string[] {{ {string.Join(", ", values)} }}";
            return $"new {Known.PitchlyServerVariable}({CodeWriter.Literal(variable.WireName)}, {variable.Name}{allowed})";
        }).ToList();
        return variables.Count == 0 ? ", default" : $", new {Known.PitchlyServerVariable}[] {{ {string.Join(", ", variables)} }}";
    }
}
