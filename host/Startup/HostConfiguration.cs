namespace Modular.Host.Startup;

/// <summary>Where settings come from: <c>appsettings.json</c> says which source wins over which.</summary>
internal static class HostConfiguration
{
    public static WebApplicationBuilder CreateBuilder(HostStart start)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(HostConfiguration).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environments.Production,
        });
        builder.Configuration.AddEnvironmentVariables("MODULAR_");
        // A secret in a file of its own (Database__Application, as orchestrators lay them down) stands in no list of processes or environments.
        if (builder.Configuration["Secrets"] is { Length: > 0 } secrets)
            builder.Configuration.AddKeyPerFile(Path.GetFullPath(secrets), optional: false);
        builder.Configuration.AddInMemoryCollection(start.Settings);
        builder.Logging.AddHostConsole();
        builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        // Requests go on, and answers leave, on the thread of the pool that the socket woke: a hop less each way. Only the connection itself waits for them.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        return builder;
    }
}
