using System.CommandLine;
using System.Globalization;
using Modular.Host.Startup;

namespace Modular.Host.Commands;

/// <summary>Options that hold for every command; they win over every other source of settings.</summary>
internal sealed class HostOptions
{
    private readonly Option<int?> port = new("--port") { Description = "Listen on http://127.0.0.1:PORT (default 5080)." };
    private readonly Option<string?> data = new("--data") { Description = "The folder of the private database (default .data)." };
    private readonly Option<string?> connection = new("--connection")
    {
        Description = "The application role's connection string to a PostgreSQL of one's own; needs --owner-connection too.",
    };

    private readonly Option<string?> ownerConnection = new("--owner-connection")
    {
        Description = "The connection string of the role that owns the tables and migrates.",
    };

    private readonly Option<bool> noSample = new("--no-sample") { Description = "Leave an empty database empty." };
    private readonly Option<double?> sampleScale = new("--sample-scale") { Description = "The size of the sample provinces; 1 is real size." };

    public void AddTo(RootCommand root)
    {
        foreach (var option in new Option[] { port, data, connection, ownerConnection, noSample, sampleScale })
        {
            option.Recursive = true;
            root.Options.Add(option);
        }
    }

    /// <summary>How the host is to be started after this command line.</summary>
    public HostStart Read(ParseResult parsed)
    {
        var settings = new Dictionary<string, string?>();
        Set("Data", parsed.GetValue(data));
        Set("Database:Application", parsed.GetValue(connection));
        Set("Database:Owner", parsed.GetValue(ownerConnection));
        Set("Sample:Load", parsed.GetValue(noSample) ? "false" : null);
        Set("Sample:Scale", parsed.GetValue(sampleScale)?.ToString(CultureInfo.InvariantCulture));
        if (parsed.GetValue(port) is { } number)
            Set("Urls", $"http://127.0.0.1:{number}");
        return new HostStart { Settings = settings };

        void Set(string name, string? value)
        {
            if (value is not null)
                settings[name] = value;
        }
    }

    /// <summary>The same for a command that works beside a host that serves.</summary>
    public HostStart ReadForOperator(ParseResult parsed) => Read(parsed) with { JoinsRunningHost = true };
}
