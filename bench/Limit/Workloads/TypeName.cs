namespace Modular.Bench.Limit.Workloads;

/// <summary>W6: <c>{ __typename }</c>, which takes no database.</summary>
internal static class TypeName
{
    private static readonly byte[] Answer = """{"data":{"__typename":"Query"}}"""u8.ToArray();

    public static async Task AnswerAsync(HttpContext http)
    {
        await RequestBody.ReadAsync(http.Request);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = Answer.Length;
        await http.Response.BodyWriter.WriteAsync(Answer);
    }
}
