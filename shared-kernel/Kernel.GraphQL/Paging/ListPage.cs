using System.Buffers.Text;
using System.Text;
using Modular.GraphQL.Execution;

namespace Modular.Kernel.GraphQL;

/// <summary>A page of a list that code has made whole, for connections whose objects are no rows of one table.</summary>
/// <typeparam name="T">The items.</typeparam>
/// <param name="Items">The items of the page.</param>
/// <param name="Cursors">The cursor of each.</param>
/// <param name="Facts">Where the page stands.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Items, IReadOnlyList<string> Cursors, PageFacts Facts)
{
    /// <summary>Cuts a page out of a list.</summary>
    /// <param name="name">What the list is called; a cursor of another list is refused.</param>
    /// <param name="all">The list, in the ordinal order of its keys, each of which stands in it once.</param>
    /// <param name="keyOf">The key of an item. A cursor tells it, and points behind the item whether or not it is still there.</param>
    /// <param name="arguments">What the request wants.</param>
    /// <exception cref="GraphQLException">The page is too large, or the cursor is none of this list.</exception>
    public static ListPage<T> Of(string name, IReadOnlyList<T> all, Func<T, string> keyOf, PageArguments arguments)
    {
        var window = PageWindow.Of(arguments, PageWindow.MaximumSize);
        var (from, to) = (0, all.Count);
        if (window.From is { } cursor)
        {
            var key = KeyOf(name, cursor);
            var passed = all.Count(item => string.CompareOrdinal(keyOf(item), key) < 0);
            var stands = passed < all.Count && keyOf(all[passed]) == key;
            (from, to) = window.Backward ? (0, passed) : (stands ? passed + 1 : passed, all.Count);
        }

        (from, to) = window.Backward ? (Math.Max(from, to - window.Size), to) : (from, Math.Min(to, from + window.Size));
        T[] items = [.. all.Skip(from).Take(to - from)];
        string[] cursors = [.. items.Select(item => CursorOf(name, keyOf(item)))];
        return new ListPage<T>(items, cursors, new PageFacts(to < all.Count, from > 0, cursors is [var start, ..] ? start : null, cursors is [.., var end] ? end : null));
    }

    private static string CursorOf(string name, string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{name}:{key}"));

    private static string KeyOf(string name, string cursor)
    {
        var text = Base64Url.IsValid(cursor) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)) : "";
        return text.StartsWith($"{name}:", StringComparison.Ordinal)
            ? text[(name.Length + 1)..]
            : throw PageWindow.Refused($"\"{cursor}\" is no cursor of this list; pass a cursor that the same list gave.");
    }
}
