using Modular.GraphQL.Execution;
using Modular.Host.Identity;
using Modular.Kernel.Results;

namespace Modular.Host.Schemas;

/// <summary>Why a request is not let in, said as a GraphQL response without data.</summary>
internal sealed record EntranceRefusal(int Status, string Code, LocalizedText Message)
{
    public static readonly EntranceRefusal Unauthenticated = new(
        StatusCodes.Status401Unauthorized, "UNAUTHENTICATED", new("Hãy đăng nhập.", "Sign in first."));

    public static readonly EntranceRefusal UnknownProvince = new(
        StatusCodes.Status404NotFound, "NOT_FOUND", new("Không có tỉnh này.", "There is no such province."));

    public static readonly EntranceRefusal NoPlaceInProvince = new(
        StatusCodes.Status403Forbidden, "FORBIDDEN", new("Tài khoản không được làm việc ở tỉnh này.", "The account may not work in this province."));

    public static readonly EntranceRefusal ModulesConflict = new(
        StatusCodes.Status503ServiceUnavailable,
        "MODULES_CONFLICT",
        new("Các phân hệ đang bật ở tỉnh này xung đột với nhau; hãy báo bộ phận vận hành.", "The modules of this province cannot be served together; tell whoever operates the system."));

    /// <summary>The same refusal where there is no answer of HTTP to write.</summary>
    public GraphQLException ToException(Language language) => new(Message.In(language), Code);

    public Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        if (Status == StatusCodes.Status401Unauthorized)
            http.Response.Headers.WWWAuthenticate = "Bearer";
        var message = Message.In(RequestLanguage.Of(http.Request));
        return http.Response.WriteAsJsonAsync(
            new { errors = new[] { new { message, extensions = new { code = Code } } } },
            options: null,
            contentType: AcceptsGraphQLResponse(http.Request) ? "application/graphql-response+json; charset=utf-8" : "application/json; charset=utf-8");
    }

    private static bool AcceptsGraphQLResponse(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("application/graphql-response+json", StringComparison.OrdinalIgnoreCase);
}
