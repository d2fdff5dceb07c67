using System.Text.RegularExpressions;
using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Binds a GraphQL endpoint: its document, with the variables and fields that the types require.</summary>
internal sealed class GraphQLBinder(SchemaLibrary library, TypeBinder types, DiagnosticBag diagnostics)
{
    public GraphQLEndpointModel Bind(
        EndpointDeclaration endpoint, GraphQLDeclaration graphQL, ClientDeclaration client, string name, Docs docs,
        EquatableArray<ParameterModel> parameters, string inlineName)
    {
        var result = types.Bind(graphQL.Result, inlineName + "Result");
        ResultBinder.RefuseConstant(graphQL.Result, result, "a GraphQL result", diagnostics);
        var variables = endpoint.Parameters
            .Where(parameter => parameter.GraphQLType is not null)
            .Select(parameter => (Name: parameter.Name.Text, Type: parameter.GraphQLType!.Text))
            .ToList();
        if (client.Credential?.Variable is { } credential)
        {
            if (variables.Any(variable => variable.Name == credential.Text))
            {
                const string Where = ", as a parameter and as the credential", Fix = "remove the parameter, since the client sets it";
                diagnostics.Add(SchemaDescriptors.Collision, endpoint.Name.At, $"The variable '{credential.Text}'", Where, Fix);
            }

            variables.Insert(0, (credential.Text, client.Credential!.GraphQLType));
        }

        var declared = variables.Count == 0
            ? ""
            : $"({string.Join(", ", variables.Select(variable => $"${variable.Name}: {variable.Type}"))})";
        var passed = variables.Count == 0
            ? ""
            : $"({string.Join(", ", variables.Select(variable => $"{variable.Name}: ${variable.Name}"))})";
        var selection = new SelectionSet(library, diagnostics).Of(graphQL.Result, graphQL.Result.At);
        var operation = CSharpName.Camel(name);
        if (!Regex.IsMatch(operation, "^[_A-Za-z][_0-9A-Za-z]*$", RegexOptions.CultureInvariant))
        {
            NameKind.GraphQLEndpoint.ReportInvalid(diagnostics, endpoint.Name, "it is not a GraphQL name");
        }

        return new GraphQLEndpointModel(
            name, docs, endpoint.Path.Text, endpoint.ServerOnly, parameters,
            operation,
            graphQL.Field.Text,
            $"{graphQL.Operation} {operation}{declared} {{ {graphQL.Field.Text}{passed}{selection} }}",
            result,
            endpoint.Idempotent)
        {
            IsSubscription = graphQL.IsSubscription,
        };
    }
}
