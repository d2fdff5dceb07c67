using System.CommandLine;
using Pitchly.Secrets;

var solution = new Argument<string>("solution")
{
    Description = "The solution, project, or folder to review.",
    DefaultValueFactory = _ => Environment.CurrentDirectory,
};
var output = new Option<string>("--output", "-o")
{
    Description = "The path of the SARIF log to write.",
    DefaultValueFactory = _ => "findings.sarif",
};
var baseline = new Option<string?>("--baseline")
{
    Description = "The baseline of accepted findings. The default is secrets.baseline.json in the solution's folder.",
};
var write = new Option<bool>("--write-baseline") { Description = "Add every open finding to the baseline. Requires --reason." };
var reason = new Option<string?>("--reason") { Description = "The reason to accept the findings, for reviewers." };
var configuration = new Option<string>("--configuration", "-c")
{
    Description = "The build configuration.",
    DefaultValueFactory = _ => "Debug",
};
var properties = new Option<string[]>("--property", "-p")
{
    Description = "A build property in the form Name=Value. Can be specified several times.",
    DefaultValueFactory = _ => [],
};
var command = new RootCommand("Reports every secret that Pitchly's analyzer finds in a solution: one SARIF log, one table, one baseline.")
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
