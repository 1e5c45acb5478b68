using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Modular.GraphQL.AspNetCore.Responses;

/// <summary>How a client takes a response of which parts come later than the rest.</summary>
internal enum PartsFormat
{
    /// <summary>Not at all: it gets everything at once.</summary>
    None,

    /// <summary>As the parts of a <c>multipart/mixed</c> body.</summary>
    Multipart,

    /// <summary>As server-sent events.</summary>
    Events,
}

/// <summary>Finds out in which format a client takes parts.</summary>
internal static class PartsNegotiation
{
    public const string Multipart = "multipart/mixed";

    /// <summary>The parameter by which clients name the version of the draft that they understand, and the version that this is.</summary>
    public const string Version = "incrementalSpec";
    public const string CurrentVersion = "v0.2";

    private const string Events = "text/event-stream";

    // By this parameter clients name the draft of 2022, whose parts say the same in another way.
    private const string OlderVersion = "deferSpec";

    /// <summary>The format that the client prefers: of the highest quality, then the first that it names. Ranges such as <c>*/*</c> name none.</summary>
    /// <param name="request">The request.</param>
    /// <param name="takesEvents">Whether events are served and the client takes them.</param>
    public static PartsFormat PreferredBy(HttpRequest request, bool takesEvents)
    {
        // Few clients take parts; the others are not to pay for it.
        if (!takesEvents && !MentionsMultipart(request))
            return PartsFormat.None;

        var (preferred, highest) = (PartsFormat.None, 0.0);
        foreach (var range in request.GetTypedHeaders().Accept)
        {
            var format = FormatOf(range);
            if (format == PartsFormat.None || (format == PartsFormat.Events && !takesEvents) || (range.Quality ?? 1) <= highest)
                continue;
            (preferred, highest) = (format, range.Quality ?? 1);
        }

        return preferred;
    }

    private static bool MentionsMultipart(HttpRequest request)
    {
        foreach (var accepted in request.Headers.Accept)
        {
            if (accepted is not null && accepted.Contains(Multipart, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static PartsFormat FormatOf(MediaTypeHeaderValue range)
    {
        var isCurrent = range.Parameters.All(parameter => !IsNamed(parameter, OlderVersion) && (!IsNamed(parameter, Version) || IsCurrent(parameter)));
        if (!isCurrent)
            return PartsFormat.None;
        if (range.MediaType.Equals(Multipart, StringComparison.OrdinalIgnoreCase))
            return PartsFormat.Multipart;
        return range.MediaType.Equals(Events, StringComparison.OrdinalIgnoreCase) ? PartsFormat.Events : PartsFormat.None;
    }

    private static bool IsNamed(NameValueHeaderValue parameter, string name) => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool IsCurrent(NameValueHeaderValue parameter)
        => HeaderUtilities.RemoveQuotes(parameter.Value).Equals(CurrentVersion, StringComparison.OrdinalIgnoreCase);
}
