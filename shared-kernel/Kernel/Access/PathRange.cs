namespace Modular.Kernel.Access;

/// <summary>
/// A subtree of the organization tree as a half-open range of paths: a path consists of labels that each end with a dot,
/// so all below <c>1.2f.</c> lie from <c>1.2f.</c> up to, but without, <c>1.2f/</c> in the order of bytes.
/// </summary>
/// <param name="From">The path of the root of the subtree.</param>
/// <param name="To">The first path behind the subtree.</param>
public readonly record struct PathRange(string From, string To)
{
    /// <summary>The subtree under a path, the root included.</summary>
    public static PathRange Below(string path) => new(path, string.Concat(path.AsSpan(0, path.Length - 1), "/"));

    /// <summary>Whether the path is in the subtree.</summary>
    public bool Contains(string path) =>
        string.CompareOrdinal(path, From) >= 0 && string.CompareOrdinal(path, To) < 0;
}
