using System.Diagnostics;
using System.Net.Http.Json;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Telemetry;

public sealed class TelemetryTests
{
    private const string Person = "NguyenThiBiMat";

    [Fact]
    public async Task An_operation_is_traced_under_the_trace_of_its_caller()
    {
        await using var host = await TestHost.StartAsync(new Dictionary<string, string?> { ["Telemetry:Fields"] = "true" }, new RegistersModule());
        using var client = await host.SignInAsync(await host.AddUserAsync(Person, TestProvinces.NamDinh));
        var caller = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        using var watch = new Watch(caller.TraceId);

        await SendAsync(client, caller, $"query {Person}($text: String!) {{ {Person}: echoes(text: $text) b: echoes(text: \"{Person}\") importBatches {{ id }} }}");
        await watch.WaitForRequestsAsync(1, TestContext.Current.CancellationToken);

        var operation = Assert.Single(watch.Activities, activity => activity.OperationName == "graphql");
        var http = Assert.Single(watch.Activities, activity => activity.Source.Name == "Microsoft.AspNetCore");
        Assert.Equal((caller.SpanId, http.SpanId), (http.ParentSpanId, operation.ParentSpanId));
        Assert.Equal(("query", "executed"), (operation.DisplayName, (string?)operation.GetTagItem("graphql.outcome")));
        Assert.Equal(
            ["graphql.parse", "graphql.plan", "graphql.validate"],
            watch.Activities.Select(activity => activity.OperationName).Where(name => name is "graphql.parse" or "graphql.validate" or "graphql.plan").Order(StringComparer.Ordinal));
        Assert.Contains(watch.Activities, activity => activity.OperationName == "graphql.field" && activity.DisplayName == "Query.echoes");
        Assert.Contains(watch.Activities, activity => activity.OperationName == "lane" && Equals(activity.GetTagItem("modular.module"), "registers"));
        Assert.All(watch.Activities.Where(activity => activity.OperationName is "graphql.field" or "lane"), activity => Assert.Equal(caller.TraceId, activity.TraceId));
    }

    [Fact]
    public async Task Nothing_that_is_told_is_about_a_person()
    {
        await using var host = await TestHost.StartAsync(new Dictionary<string, string?> { ["Telemetry:Fields"] = "true" }, new RegistersModule());
        using var client = await host.SignInAsync(await host.AddUserAsync(Person, TestProvinces.NamDinh));
        var caller = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        using var watch = new Watch(caller.TraceId);

        await SendAsync(client, caller, $"query {Person}($text: String!) {{ {Person}: echoes(text: $text) b: echoes(text: \"{Person}\") }}");
        await SendAsync(client, caller, $"query {Person}($text: String!) {{ {Person}(text: $text) }}");
        var address = $"/nam-dinh/graphql?query=query($text:String!){{echoes(text:$text)}}&variables={{\"text\":\"{Person}\"}}";
        using var byGet = new HttpRequestMessage(HttpMethod.Get, address);
        byGet.Headers.Add("traceparent", $"00-{caller.TraceId}-{caller.SpanId}-01");
        using var response = await client.Http.SendAsync(byGet, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        await watch.WaitForRequestsAsync(3, TestContext.Current.CancellationToken);

        Assert.NotEmpty(watch.Activities);
        Assert.Contains("graphql.operation.errors graphql.error.code=VALIDATION_FAILED", watch.Measurements.Keys);
        Assert.Contains("graphql.operation.duration graphql.operation.type=query graphql.outcome=executed", watch.Measurements.Keys);
        Assert.DoesNotContain(Person, watch.Everything, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task SendAsync(TestClient client, ActivityContext caller, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/nam-dinh/graphql") { Content = JsonContent.Create(new { query, variables = new { text = Person } }) };
        request.Headers.Add("traceparent", $"00-{caller.TraceId}-{caller.SpanId}-01");
        using var response = await client.Http.SendAsync(request, TestContext.Current.CancellationToken);
        await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
