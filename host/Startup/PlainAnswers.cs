using Modular.Host.Identity;
using Modular.Kernel.Results;

namespace Modular.Host.Startup;

/// <summary>Gives every refusal outside GraphQL a body: a code for programs and a sentence for people, and never a trace.</summary>
internal static class PlainAnswers
{
    private static readonly Dictionary<int, (string Code, LocalizedText Message)> Known = new()
    {
        [StatusCodes.Status400BadRequest] = ("INVALID_INPUT", new("Yêu cầu không đúng dạng.", "The request is malformed.")),
        [StatusCodes.Status401Unauthorized] = ("UNAUTHENTICATED", new("Hãy đăng nhập.", "Sign in first.")),
        [StatusCodes.Status403Forbidden] = ("FORBIDDEN", new("Bạn không có quyền.", "You may not do this.")),
        [StatusCodes.Status404NotFound] = ("NOT_FOUND", new("Không tìm thấy.", "There is nothing here.")),
        [StatusCodes.Status413PayloadTooLarge] = ("TOO_LARGE", new("Yêu cầu quá lớn.", "The request is too large.")),
        [StatusCodes.Status415UnsupportedMediaType] = ("UNSUPPORTED_MEDIA_TYPE", new("Hãy gửi application/json.", "Send application/json.")),
        [StatusCodes.Status500InternalServerError] = ("INTERNAL", new("Lỗi hệ thống.", "Something failed inside.")),
    };

    public static void UsePlainAnswers(this IApplicationBuilder application)
    {
        application.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => WriteAsync(http),
            StatusCodeSelector = exception => exception is BadHttpRequestException malformed ? malformed.StatusCode : StatusCodes.Status500InternalServerError,
        });
        application.UseStatusCodePages(context => WriteAsync(context.HttpContext));
    }

    /// <summary>Refuses what came without HTTPS. It is not redirected: what the client sent, its token too, was readable on the way already.</summary>
    public static Task RefuseWithoutHttpsAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        var message = new LocalizedText("Hãy dùng HTTPS.", "Use HTTPS.");
        return http.Response.WriteAsJsonAsync(new Refusal("HTTPS_REQUIRED", message.In(RequestLanguage.Of(http.Request))));
    }

    private static Task WriteAsync(HttpContext http)
    {
        // The handler of exceptions has taken all headers off.
        TransportSecurity.Protect(http.Response);
        var (code, message) = Known.GetValueOrDefault(http.Response.StatusCode, ("REFUSED", new("Yêu cầu bị từ chối.", "The request was refused.")));
        return http.Response.WriteAsJsonAsync(new Refusal(code, message.In(RequestLanguage.Of(http.Request))));
    }
}

/// <summary>Why a request outside GraphQL was refused.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Message">For people, in the language of the request.</param>
internal sealed record Refusal(string Code, string Message);
