using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Telemetry;

public sealed class ExportTests
{
    [Fact]
    public async Task Traces_and_metrics_go_to_the_address_that_is_set()
    {
        var received = new ConcurrentDictionary<string, string>();
        await using var collector = await CollectAsync(received);
        var settings = new Dictionary<string, string?> { ["Telemetry:Endpoint"] = collector.Urls.Single() };

        await using (var host = await TestHost.StartAsync(settings, new RegistersModule()))
        {
            using var client = await host.SignInAsync(await host.AddUserAsync("measured", TestProvinces.NamDinh));
            (await client.ExecuteAsync("{ echoes(text: \"quiet\") }")).HasData("""{ "echoes": ["quiet"] }""");
        }

        Assert.Contains("graphql.document.hash", received["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("graphql.operation.duration", received["/v1/metrics"], StringComparison.Ordinal);
        Assert.DoesNotContain("quiet", received["/v1/traces"], StringComparison.Ordinal);
    }

    private static async Task<WebApplication> CollectAsync(ConcurrentDictionary<string, string> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var collector = builder.Build();
        collector.MapPost("/v1/{signal}", async (HttpContext http) =>
        {
            using var body = new StreamReader(http.Request.Body, Encoding.Latin1);
            var text = await body.ReadToEndAsync();
            received.AddOrUpdate(http.Request.Path, text, (_, before) => before + text);
        });
        await collector.StartAsync();
        return collector;
    }
}
