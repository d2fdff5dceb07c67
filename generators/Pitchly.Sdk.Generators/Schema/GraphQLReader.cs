using System.Text.RegularExpressions;
using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads the dialect's keywords for GraphQL.</summary>
internal sealed class GraphQLReader(TypeReader types, DiagnosticBag diagnostics)
{
    private static readonly Regex GraphQLName = new("^[_A-Za-z][_0-9A-Za-z]*$", RegexOptions.CultureInvariant);

    /// <summary>A token, which is the syntax of an authentication scheme (RFC 9110, section 5.6.2).</summary>
    private static readonly Regex SchemeName = new("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", RegexOptions.CultureInvariant);

    private static readonly Regex GraphQLTypeText = new(
        @"^(\[[_A-Za-z][_0-9A-Za-z]*!?\]|[_A-Za-z][_0-9A-Za-z]*)!?$", RegexOptions.CultureInvariant);

    /// <summary>Reads the GraphQL operation of an endpoint. Returns <see langword="null"/> if it is not a GraphQL endpoint.</summary>
    public GraphQLDeclaration? Read(SchemaObject endpoint, out IReadOnlyDictionary<string, JsonMember>? arguments)
    {
        arguments = null;
        if (endpoint.Get("graphql") is not { } node
            || SchemaObject.Of(node, "graphql", Keywords.GraphQL, diagnostics) is not { } graphQL)
        {
            return null;
        }

        graphQL.Require("operation", "it is 'query', 'mutation' or 'subscription'");
        var field = graphQL.Require("field", "it is the root field of the operation");
        graphQL.Require("result", "it is the type of the field, which determines the selection set");
        CheckForm(GraphQLName, field, "'field'", "a GraphQL name");
        arguments = graphQL.Entries("arguments", "The argument").ToDictionary(entry => entry.Name.Text);
        foreach (var argument in arguments.Values)
        {
            CheckForm(GraphQLName, argument.Name, "The name of an argument", "a GraphQL name");
            if (argument.Value.Kind != JsonKinds.String)
            {
                diagnostics.Add(
                    SchemaDescriptors.WrongValue,
                    argument.Value.At,
                    $"'{argument.Name.Text}'",
                    "a GraphQL type, for example \"ID!\"",
                    MessageText.Kinds(argument.Value.Kind));
            }
            else
            {
                CheckForm(
                    GraphQLTypeText,
                    new Name(argument.Value.Text, argument.Value.At),
                    $"'{argument.Name.Text}'",
                    "a GraphQL type, for example 'ID!'");
            }
        }

        return new GraphQLDeclaration(
            graphQL.OneOf("operation", "query", "mutation", "subscription"),
            field ?? new Name("", graphQL.At),
            graphQL.Get("result") is { } result ? types.Read(result, "result") : new UnknownSyntax(graphQL.At, Notes.None));
    }

    /// <summary>Reads the location of a client's access token: a header or a GraphQL variable.</summary>
    public CredentialDeclaration? ReadCredential(SchemaObject client)
    {
        if (client.Get("credential") is not { } node
            || SchemaObject.Of(node, "credential", Keywords.Credential, diagnostics) is not { } credential)
        {
            return null;
        }

        if (credential.OneOf("in", "header", "variable") == "header")
        {
            var scheme = credential.GetName("scheme");
            CheckForm(SchemeName, scheme, "'scheme'", "a scheme of the Authorization header, for example 'Bearer'");
            return new CredentialDeclaration(null, "") { Scheme = scheme?.Text };
        }

        credential.Refuse("scheme", "a credential in a variable", "leave it out, since the token is not sent in a header");
        var name = credential.Require("name", "it is the name of the variable that contains the token");
        var type = credential.Require("type", "it is the variable's GraphQL type, for example \"String!\"");
        CheckForm(GraphQLName, name, "'name'", "a GraphQL name");
        CheckForm(GraphQLTypeText, type, "'type'", "a GraphQL type, for example 'String!'");
        return new CredentialDeclaration(name, type?.Text ?? "");
    }

    private void CheckForm(Regex form, Name? text, string subject, string what)
    {
        if (text is not null && !form.IsMatch(text.Text))
        {
            diagnostics.Add(SchemaDescriptors.WrongValue, text.At, subject, what, $"'{text.Text}'");
        }
    }
}
