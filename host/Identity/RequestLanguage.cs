using Microsoft.Net.Http.Headers;
using Modular.Kernel.Results;

namespace Modular.Host.Identity;

/// <summary>The language that a request asks for by <c>Accept-Language</c>; Vietnamese where it asks for neither.</summary>
internal static class RequestLanguage
{
    public static Language Of(HttpRequest request) =>
        request.Headers.AcceptLanguage.Count == 0 ? Language.Vietnamese : Of(request.GetTypedHeaders().AcceptLanguage);

    /// <summary>Whether a request names a language by the header, and this one before the other.</summary>
    public static bool IsAskedFor(HttpRequest request, Language language) => request.Headers.AcceptLanguage.Count > 0 && Of(request) == language;

    /// <summary>The language of a text in the form of the header; Vietnamese where it has another form.</summary>
    public static Language Of(string acceptLanguage) =>
        StringWithQualityHeaderValue.TryParseList([acceptLanguage], out var ranges) ? Of(ranges) : Language.Vietnamese;

    private static Language Of(IEnumerable<StringWithQualityHeaderValue> ranges)
    {
        foreach (var range in ranges.OrderByDescending(range => range.Quality ?? 1))
        {
            if (range.Value.StartsWith("vi", StringComparison.OrdinalIgnoreCase))
                return Language.Vietnamese;
            if (range.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase))
                return Language.English;
        }

        return Language.Vietnamese;
    }
}
