using Modular.GraphQL.AspNetCore.Streams;
using Modular.Host.Documents;
using Modular.Host.Identity;
using Modular.Host.Limits;
using Modular.Host.Modules;
using Modular.Host.Telemetry;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Provinces;

namespace Modular.Host.Startup;

/// <summary>What the configuration says: see <c>appsettings.json</c> for every setting with its meaning.</summary>
/// <param name="DataFolder">Where the private database lies.</param>
/// <param name="Database">The server to use instead of a private one, and limits.</param>
/// <param name="Modules">Where modules are found.</param>
/// <param name="Provinces">The provinces that this deployment serves.</param>
/// <param name="Sample">The sample data.</param>
/// <param name="Transport">How clients reach the host.</param>
/// <param name="Documents">The persisted documents of clients.</param>
/// <param name="GraphQL">What the API shows of itself.</param>
/// <param name="Limits">What one request, and one user, may ask for.</param>
/// <param name="Telemetry">Where traces and metrics go.</param>
/// <param name="Subscriptions">The limits of streams.</param>
/// <param name="Identity">How accounts sign in.</param>
internal sealed record HostSettings(
    string DataFolder, DatabaseOptions Database, ModuleOptions Modules, IReadOnlyList<Province> Provinces, SampleOptions Sample,
    TransportOptions Transport, DocumentOptions Documents, GraphQLOptions GraphQL, LimitOptions Limits, TelemetryOptions Telemetry, GraphQLStreamOptions Subscriptions,
    IdentitySettings Identity)
{
    /// <exception cref="HostRefusedToStartException">A setting is missing or has a wrong form; the message names it.</exception>
    public static HostSettings From(IConfiguration configuration)
    {
        try
        {
            return Read(configuration);
        }
        catch (InvalidOperationException malformed)
        {
            // How the configuration binder says that a text is, for instance, no number.
            throw new HostRefusedToStartException(malformed.Message);
        }
    }

    private static HostSettings Read(IConfiguration configuration) => new(
        Path.GetFullPath(configuration["Data"] ?? ".data"),
        configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions(),
        configuration.GetSection("Modules").Get<ModuleOptions>() ?? new ModuleOptions(),
        [.. configuration.GetSection("Provinces").GetChildren().Select(ReadProvince)],
        configuration.GetSection("Sample").Get<SampleOptions>() ?? new SampleOptions(),
        (configuration.GetSection("Transport").Get<TransportOptions>() ?? new TransportOptions()).Checked(),
        configuration.GetSection("Documents").Get<DocumentOptions>() ?? new DocumentOptions(),
        configuration.GetSection("GraphQL").Get<GraphQLOptions>() ?? new GraphQLOptions(),
        ReadLimits(configuration),
        (configuration.GetSection("Telemetry").Get<TelemetryOptions>() ?? new TelemetryOptions()).Checked(),
        configuration.GetSection("Subscriptions").Get<GraphQLStreamOptions>() ?? new GraphQLStreamOptions(),
        (configuration.GetSection("Identity").Get<IdentitySettings>() ?? new IdentitySettings()).Checked());

    private static LimitOptions ReadLimits(IConfiguration configuration)
    {
        var limits = new LimitOptions();
        // A deployment names its database. Without one the host is tried out, and whoever does that measures it and loads data into it.
        if (configuration["Database:Application"] is null)
            (limits.RequestsPerMinute, limits.CostPerMinute, limits.AddressRequestsPerMinute) = (0, 0, 0);
        configuration.GetSection("Limits").Bind(limits);
        return limits.Checked();
    }

    private static Province ReadProvince(IConfigurationSection section) => new(
        new ProvinceId(section.GetValue<short?>("Code") ?? throw Missing(section, "Code")),
        section.Key,
        section["Name"] ?? throw Missing(section, "Name"),
        section["VietnameseName"] ?? throw Missing(section, "VietnameseName"));

    private static HostRefusedToStartException Missing(IConfigurationSection section, string name) =>
        new($"The setting {section.Path}:{name} is missing.");
}

/// <summary>Settings under <c>Sample</c>.</summary>
internal sealed class SampleOptions
{
    /// <summary>Whether the sample provinces are loaded into a database that holds no province.</summary>
    public bool Load { get; set; } = true;

    /// <summary>How large: 1 is the size of the real provinces, 0.1 a tenth of it.</summary>
    public double Scale { get; set; } = 1;
}

/// <summary>Settings under <c>GraphQL</c>.</summary>
internal sealed class GraphQLOptions
{
    /// <summary>Whether clients may ask for the schema, by introspection and as SDL. Where not, errors do not suggest names either.</summary>
    public bool Introspection { get; set; } = true;

    /// <summary>Whether browsers are shown GraphiQL.</summary>
    public bool GraphiQL { get; set; } = true;
}
