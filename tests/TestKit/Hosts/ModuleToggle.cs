using System.Text.Json.Nodes;
using Xunit;

namespace Modular.TestKit.Hosts;

/// <summary>Enables and disables modules as an administrator does: the plan first, then the change that it describes.</summary>
public static class ModuleToggle
{
    /// <summary>Enables a module of the client's province.</summary>
    public static Task EnableModuleAsync(this TestClient client, string module) => ToggleAsync(client, module, "enable");

    /// <summary>Disables a module of the client's province.</summary>
    public static Task DisableModuleAsync(this TestClient client, string module) => ToggleAsync(client, module, "disable");

    /// <summary>The plan of a change.</summary>
    /// <param name="client">An administrator.</param>
    /// <param name="module">The module.</param>
    /// <param name="change"><c>ENABLE</c> or <c>DISABLE</c>.</param>
    /// <param name="selection">What is asked of the plan.</param>
    public static async Task<JsonNode> PlanModuleAsync(this TestClient client, string module, string change, string selection = "{ digest }") =>
        (await client.ExecuteAsync($$"""{ moduleChangePlan(module: "{{module}}", change: {{change}}) {{selection}} }""")).Data["moduleChangePlan"]!;

    private static async Task ToggleAsync(TestClient client, string module, string verb)
    {
        var plan = (string)(await client.PlanModuleAsync(module, verb.ToUpperInvariant()))["digest"]!;
        var answer = await client.ExecuteAsync(
            $$"""mutation { {{verb}}Module(input: { module: "{{module}}", reason: "A test.", plan: "{{plan}}" }) { errors { __typename } } }""");
        Assert.Equal("[]", answer.Data[$"{verb}Module"]!["errors"]!.ToJsonString());
    }
}
