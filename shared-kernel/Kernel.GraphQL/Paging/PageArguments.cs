namespace Modular.Kernel.GraphQL;

/// <summary>What a request says of the page that it wants (Relay, Cursor Connections).</summary>
/// <param name="First">The first so many behind <paramref name="After"/>.</param>
/// <param name="After">The cursor behind which the page begins.</param>
/// <param name="Last">The last so many before <paramref name="Before"/>.</param>
/// <param name="Before">The cursor before which the page ends.</param>
public sealed record PageArguments(int? First, string? After, int? Last, string? Before);

/// <summary>Where a page of a list that code has made stands in it; shown as <c>PageInfo</c>.</summary>
/// <param name="HasNextPage">Whether there is more behind the page.</param>
/// <param name="HasPreviousPage">Whether there is more before the page.</param>
/// <param name="StartCursor">The cursor of the first item; null where the page is empty.</param>
/// <param name="EndCursor">The cursor of the last item; null where the page is empty.</param>
public sealed record PageFacts(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
