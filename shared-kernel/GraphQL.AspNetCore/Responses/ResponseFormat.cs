using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Modular.GraphQL.AspNetCore.Responses;

/// <summary>The two media types of responses. With <c>application/json</c> a well-formed request is answered with 200 whatever comes of
/// it, since intermediaries may have answered as well; the other type tells by its status (GraphQL-over-HTTP draft, section 6).</summary>
internal sealed class ResponseFormat
{
    private ResponseFormat(string mediaType, bool hasSpeakingStatus)
    {
        MediaType = mediaType;
        ContentType = mediaType + "; charset=utf-8";
        HasSpeakingStatus = hasSpeakingStatus;
    }

    public static ResponseFormat Json { get; } = new("application/json", hasSpeakingStatus: false);

    public static ResponseFormat GraphQLResponse { get; } = new("application/graphql-response+json", hasSpeakingStatus: true);

    public string ContentType { get; }

    /// <summary>Whether the status tells that a request was not executed.</summary>
    public bool HasSpeakingStatus { get; }

    private string MediaType { get; }

    /// <summary>The format that the client prefers: of the highest quality, then the first that it names. Clients that name none get
    /// <c>application/json</c>, as the draft asks for until the old ones are gone.</summary>
    /// <returns>The format; absent if the client accepts neither.</returns>
    public static ResponseFormat? PreferredBy(HttpRequest request)
    {
        // What most clients send needs no parsing.
        if (request.Headers.Accept is [var only] && (only == Json.MediaType || only == "*/*"))
            return Json;
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
            return request.Headers.Accept.Count == 0 ? Json : null;

        var json = RankOf(Json, accepted);
        var response = RankOf(GraphQLResponse, accepted);
        if (json is null || response is null)
            return response is not null ? GraphQLResponse : json is not null ? Json : null;

        return response.Value.CompareTo(json.Value) > 0 ? GraphQLResponse : Json;
    }

    /// <summary>How much the client wants a format: by the most specific range that it falls into.</summary>
    private static (double Quality, int Place)? RankOf(ResponseFormat format, IList<MediaTypeHeaderValue> accepted)
    {
        (int Specificity, double Quality, int Place)? best = null;
        for (var i = 0; i < accepted.Count; i++)
        {
            var specificity = SpecificityOf(accepted[i], format);
            if (specificity >= 0 && IsUtf8(accepted[i]) && (best is null || specificity > best.Value.Specificity))
                best = (specificity, accepted[i].Quality ?? 1, -i);
        }

        return best is { Quality: > 0 } found ? (found.Quality, found.Place) : null;
    }

    private static int SpecificityOf(MediaTypeHeaderValue range, ResponseFormat format)
    {
        if (range.MediaType.Equals(format.MediaType, StringComparison.OrdinalIgnoreCase))
            return 2;
        if (range.MatchesAllTypes)
            return 0;

        return range.MatchesAllSubTypes && range.Type.Equals("application", StringComparison.OrdinalIgnoreCase) ? 1 : -1;
    }

    private static bool IsUtf8(MediaTypeHeaderValue range) =>
        !range.Charset.HasValue || HeaderUtilities.RemoveQuotes(range.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
