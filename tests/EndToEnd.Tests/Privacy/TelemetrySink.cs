using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Modular.EndToEnd.Tests.Privacy;

/// <summary>Takes traces and metrics by OTLP and keeps them.</summary>
internal sealed class TelemetrySink : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly StringBuilder received = new();

    private TelemetrySink(WebApplication application) => this.application = application;

    public string Address => application.Urls.Single();

    public string Received
    {
        get
        {
            lock (received)
                return received.ToString();
        }
    }

    public static async Task<TelemetrySink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var sink = new TelemetrySink(builder.Build());
        sink.application.MapPost("/v1/{signal}", sink.TakeAsync);
        await sink.application.StartAsync();
        return sink;
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body, Encoding.UTF8);
        var text = await body.ReadToEndAsync(http.RequestAborted);
        lock (received)
            received.Append(text);
    }
}
