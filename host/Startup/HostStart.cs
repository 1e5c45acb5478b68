using Modular.Kernel.Modules;

namespace Modular.Host.Startup;

/// <summary>How a host is to be started.</summary>
internal sealed record HostStart
{
    /// <summary>Settings that win over every other source; what the command line gave.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Modules that are there already, instead of those of the folders; for tests of one module.</summary>
    public IReadOnlyList<ModularModule>? Modules { get; init; }

    /// <summary>Further services, registered after all others; for tests.</summary>
    public Action<IServiceCollection> Configure { get; init; } = static _ => { };

    /// <summary>Whether a database without any province gets those of the sample.</summary>
    public bool TakesSampleProvinces { get; init; }

    /// <summary>Whether a private database that another host serves with may be shared; for an operator's commands.</summary>
    public bool JoinsRunningHost { get; init; }
}
