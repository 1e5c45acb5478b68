using System.Diagnostics.CodeAnalysis;

namespace Modular.GraphQL.Language;

/// <summary>Where the lexer and the parser throw: out of line, so that what calls it stays small.</summary>
internal static class SyntaxErrors
{
    [DoesNotReturn]
    public static void Throw(Source source, int offset, string message) =>
        throw new GraphQLSyntaxException(new GraphQLError("Syntax Error: " + message) { Locations = [source.LocationAt(offset)] });

    [DoesNotReturn]
    public static T Throw<T>(Source source, int offset, string message)
    {
        Throw(source, offset, message);
        return default;
    }
}
