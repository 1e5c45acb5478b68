namespace Modular.GraphQL.Language;

/// <summary>A token by its place; its text is read from the source when a node is made of it.</summary>
/// <param name="Kind">What the token is.</param>
/// <param name="Start">The byte offset of its first character.</param>
/// <param name="End">The byte offset behind its last character.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End)
{
    public int Length => End - Start;
}
