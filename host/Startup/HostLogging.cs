using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;

namespace Modular.Host.Startup;

/// <summary>
/// Logs go to standard error, one line an event: readable on a terminal, JSON elsewhere. Standard output keeps what a command answers. Exceptions come
/// without their messages.
/// </summary>
internal static class HostLogging
{
    public static void AddHostConsole(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        if (Console.IsErrorRedirected)
            logging.AddJsonConsole(Json);
        else
            logging.AddSimpleConsole(OneLine);
        logging.Services.RemoveAll<ILoggerProvider>();
        logging.Services.AddSingleton<ConsoleLoggerProvider>();
        logging.Services.AddSingleton<ILoggerProvider>(services => new DiscreetLoggerProvider(services.GetRequiredService<ConsoleLoggerProvider>()));
    }

    private static void Json(JsonConsoleFormatterOptions options)
    {
        options.UseUtcTimestamp = true;
        options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
    }

    private static void OneLine(SimpleConsoleFormatterOptions options)
    {
        options.SingleLine = true;
        options.TimestampFormat = "HH:mm:ss ";
    }
}
