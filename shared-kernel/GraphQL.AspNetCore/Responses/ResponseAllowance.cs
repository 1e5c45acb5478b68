namespace Modular.GraphQL.AspNetCore.Responses;

/// <summary>How much of a response that is sent in parts may still be sent; the limit is that of a response that is sent at once.</summary>
/// <param name="limit">The bytes that the whole response may have.</param>
/// <param name="sent">The bytes of its first part.</param>
internal sealed class ResponseAllowance(long limit, long sent)
{
    private long left = limit - sent;

    /// <summary>Whether a further part may be sent; it is counted then.</summary>
    public bool Covers(int bytes) => (left -= bytes) >= 0;
}
