using System.Globalization;
using Modular.Host.Identity;
using Modular.Host.Schemas;
using Modular.Host.Startup;
using Modular.Kernel.Results;

namespace Modular.Host.Limits;

/// <summary>What whoever asks for more than a minute allows is answered: 429, when to come again, and why.</summary>
internal static class RateRefusal
{
    private const string GraphQLPath = "/graphql";
    private const string HealthPath = "/health";

    /// <summary>What a user is told.</summary>
    public static readonly LocalizedText OfUser = new(
        "Bạn gửi quá nhiều yêu cầu trong một phút. Hãy chờ rồi thử lại.", "You ask for too much in a minute. Wait and try again.");

    private static readonly EntranceRefusal OfAddress = new(
        StatusCodes.Status429TooManyRequests, RateErrorCodes.RateLimited, new("Địa chỉ này gửi quá nhiều yêu cầu trong một phút. Hãy chờ rồi thử lại.", "Too many requests come from this address in a minute. Wait and try again."));

    /// <summary>Refuses addresses that ask too often, ahead of everything that costs more than counting them. Health is answered to probes in any case.</summary>
    public static void UseAddressRates(this IApplicationBuilder application, AddressRates rates)
    {
        if (!rates.IsLimited)
            return;
        application.Use(next => http =>
            rates.Take(http.Connection.RemoteIpAddress) is { } wait && !http.Request.Path.StartsWithSegments(HealthPath, StringComparison.Ordinal)
                ? RefuseAsync(http, wait)
                : next(http));
    }

    /// <summary>The seconds that <c>Retry-After</c> tells.</summary>
    public static string SecondsOf(TimeSpan wait) => Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static Task RefuseAsync(HttpContext http, TimeSpan wait)
    {
        http.Response.Headers.RetryAfter = SecondsOf(wait);
        if (http.Request.Path.Value?.EndsWith(GraphQLPath, StringComparison.Ordinal) == true)
            return OfAddress.WriteAsync(http);
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return http.Response.WriteAsJsonAsync(new Refusal(RateErrorCodes.RateLimited, OfAddress.Message.In(RequestLanguage.Of(http.Request))));
    }
}
