using System.Text.Json.Nodes;
using Modular.TestKit.Hosts;

namespace Modular.DataProtection.Tests.Requests;

/// <summary>Makes requests and takes them a step further.</summary>
internal static class RequestSteps
{
    /// <summary>A request of a member that was received on paper on the Friday before Tết of 2026.</summary>
    public static async Task<(string Id, int Version)> RecordAsync(
        this ProtectedRegister register, string memberId, string kind = "RESTRICT", string receivedOn = "2026-02-13", bool involvesThirdParty = false,
        string content = "Đề nghị như trong đơn.") => Versioned(
        await ProtectedRegister.DoAsync(
            register.Officer,
            "recordSubjectRequest",
            new { memberId, kind, content, receivedOn, paperNumber = "15/ĐN", involvesThirdParty },
            "subjectRequest { id version }"));

    /// <summary>Takes a request a step further.</summary>
    public static async Task<(string Id, int Version)> StepAsync(this TestClient client, string mutation, (string Id, int Version) request, object? more = null) =>
        Versioned(await ProtectedRegister.DoAsync(client, mutation, Input(request, more), "subjectRequest { id version }"));

    /// <summary>What stands in the way of a step.</summary>
    public static Task<string[]> RefusedAsync(this TestClient client, string mutation, (string Id, int Version) request, object? more = null) =>
        ProtectedRegister.ProblemsAsync(client, mutation, Input(request, more));

    /// <summary>What the officer sees of a request.</summary>
    public static async Task<JsonNode> ReadAsync(this TestClient client, (string Id, int Version) request, string selection) =>
        (await client.ExecuteAsync($"query ($id: ID!) {{ subjectRequest(id: $id) {{ {selection} }} }}", new { id = request.Id })).Data["subjectRequest"]!;

    private static JsonObject Input((string Id, int Version) request, object? more)
    {
        var input = more is null ? [] : System.Text.Json.JsonSerializer.SerializeToNode(more)!.AsObject();
        input["id"] = request.Id;
        input["expectedVersion"] = request.Version;
        return input;
    }

    private static (string Id, int Version) Versioned(JsonNode payload) =>
        ((string)payload["subjectRequest"]!["id"]!, (int)payload["subjectRequest"]!["version"]!);
}
