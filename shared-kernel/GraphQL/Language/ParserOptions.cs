namespace Modular.GraphQL.Language;

/// <summary>What the parser accepts before it gives up, so that a hostile document costs little.</summary>
public sealed record ParserOptions
{
    /// <summary>The limits for documents of requests.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>For documents of one's own, such as schemas: no limit but that of nesting, which guards the stack.</summary>
    public static ParserOptions Trusted { get; } = new() { MaxBytes = int.MaxValue, MaxTokens = int.MaxValue };

    /// <summary>The largest document in bytes.</summary>
    public int MaxBytes { get; init; } = 256 * 1024;

    /// <summary>The largest number of tokens, comments aside.</summary>
    public int MaxTokens { get; init; } = 15_000;

    /// <summary>How deep selection sets, lists, input objects and list types may nest, taken together. Everything that walks the tree
    /// recursively relies on it; leave it well below what fits on a stack of 1 MiB.</summary>
    public int MaxDepth { get; init; } = 200;
}
