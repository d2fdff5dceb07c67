using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow;
using Pitchly.Analyzers.Secrets.Flow.Source;
using Pitchly.Analyzers.Secrets.Sinks;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Checks;

/// <summary>Combines the characters that are appended one by one to a <c>SecureString</c>, and checks the resulting password.</summary>
internal readonly struct SecureStringCheck(BodyContext body, SinkCheck sinks)
{
    public void Check(IInvocationOperation call)
    {
        if (!AppendsConstant(call)
            || call.Instance is not ILocalReferenceOperation { Local.Name: var name }
            || MethodFlow.MemberAround(call.Syntax) is not { } member)
        {
            return;
        }

        var model = call.SemanticModel;
        var appended = Occurrences.Within(member, name)
            .Select(token => token.Parent?.Parent?.Parent)
            .OfType<InvocationExpressionSyntax>()
            .Select(one => model?.GetOperation(one))
            .OfType<IInvocationOperation>()
            .Where(AppendsConstant)
            .ToList();
        if (appended.Count > 1 && appended[0].Syntax == call.Syntax)
        {
            var walk = body.NewWalk(call);
            var texts = TextValue.Combine(appended.Select(one => walk.Texts(new Place(one.Arguments[0].Value))), withHoles: false);
            sinks.Report(new SecretSink("a SecureString", call.Arguments[0].Value, SinkStrength.Named, IsToken: false), texts);
        }
    }

    private static bool AppendsConstant(IInvocationOperation call) =>
        CryptoSinks.AppendsCharacter(call.TargetMethod) && call.Arguments is [{ Value.ConstantValue.HasValue: true }];
}
