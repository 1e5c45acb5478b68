using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Modular.Architecture.Tests.Rules;

/// <summary>Words that say that something is unfinished, or that a name says nothing.</summary>
internal static class SourceWords
{
    private static readonly string[] UnfinishedRemarks = ["TODO", "FIXME", "HACK", "XXX"];
    private static readonly string[] EmptyNames = ["Helper", "Helpers", "Manager", "Util", "Utils", "Utility", "Utilities", "Misc", "Common"];

    /// <summary>What is wrong in one C# source, as <c>line: what</c>.</summary>
    public static IEnumerable<string> Violations(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source).GetRoot();
        return Remarks(root).Concat(Names(root)).Concat(Unimplemented(root)).OrderBy(found => found.Line).Select(found => $"{found.Line}: {found.What}");
    }

    private static IEnumerable<(int Line, string What)> Remarks(SyntaxNode root) =>
        from trivia in root.DescendantTrivia(descendIntoTrivia: false)
        where trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
            || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia)
        from remark in UnfinishedRemarks
        where trivia.ToFullString().Split(' ', ':', '(', '.', ',', '\n', '/').Contains(remark)
        select (LineOf(trivia.GetLocation()), remark);

    private static IEnumerable<(int Line, string What)> Names(SyntaxNode root) =>
        from type in root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        from empty in EmptyNames
        where type.Identifier.Text == empty || LastWord(type.Identifier.Text) == empty && empty != "Common"
        select (LineOf(type.Identifier.GetLocation()), $"type name {type.Identifier.Text}");

    private static IEnumerable<(int Line, string What)> Unimplemented(SyntaxNode root) =>
        from name in root.DescendantNodes().OfType<IdentifierNameSyntax>()
        where name.Identifier.Text == nameof(NotImplementedException)
            && name.Ancestors().Any(node => node is ThrowStatementSyntax or ThrowExpressionSyntax)
        select (LineOf(name.GetLocation()), nameof(NotImplementedException));

    private static string LastWord(string name) => name[Math.Max(0, name.Select((letter, index) => char.IsUpper(letter) ? index : -1).Max())..];

    private static int LineOf(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;
}
