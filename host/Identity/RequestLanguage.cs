using Modular.Kernel.Results;

namespace Modular.Host.Identity;

/// <summary>The language that a request asks for by <c>Accept-Language</c>; Vietnamese where it asks for neither.</summary>
internal static class RequestLanguage
{
    public static Language Of(HttpRequest request)
    {
        foreach (var range in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(range => range.Quality ?? 1))
        {
            if (range.Value.StartsWith("vi", StringComparison.OrdinalIgnoreCase))
                return Language.Vietnamese;
            if (range.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase))
                return Language.English;
        }

        return Language.Vietnamese;
    }
}
