using System.CommandLine;
using Pitchly.Secrets;

var solution = new Argument<string>("solution")
{
    Description = "The solution, project or folder to look at.",
    DefaultValueFactory = _ => Environment.CurrentDirectory,
};
var output = new Option<string>("--output", "-o")
{
    Description = "The SARIF log to write.",
    DefaultValueFactory = _ => "findings.sarif",
};
var baseline = new Option<string?>("--baseline")
{
    Description = "The accepted findings; secrets.baseline.json beside the solution if left out.",
};
var write = new Option<bool>("--write-baseline") { Description = "Accept every open finding, with the reason that is given." };
var reason = new Option<string?>("--reason") { Description = "Why the findings are accepted." };
var configuration = new Option<string>("--configuration", "-c")
{
    Description = "The configuration to build.",
    DefaultValueFactory = _ => "Debug",
};
var properties = new Option<string[]>("--property", "-p")
{
    Description = "A property of the build, as Name=Value; may be given several times.",
    DefaultValueFactory = _ => [],
};
var command = new RootCommand("Every secret that Pitchly's analyzer finds in a solution: one SARIF log, one table, one baseline.")
{
    solution, output, baseline, write, reason, configuration, properties,
};
command.SetAction((arguments, cancellationToken) => new Review(
    arguments.GetValue(solution)!,
    arguments.GetValue(output)!,
    arguments.GetValue(baseline),
    arguments.GetValue(write),
    arguments.GetValue(reason),
    arguments.GetValue(configuration)!,
    arguments.GetValue(properties)!).RunAsync(cancellationToken));
return await command.Parse(args).InvokeAsync();
