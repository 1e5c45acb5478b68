using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Postgres;

namespace Modular.TestKit.Databases;

/// <summary>What a test database has beyond the modules.</summary>
public sealed record TestDatabaseOptions
{
    /// <summary>Further schemas, such as the host's identity.</summary>
    public IReadOnlyList<DatabaseSchema> Schemas { get; init; } = [];

    /// <summary>The clock of kernel and modules.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Further services, registered after those of kernel and modules.</summary>
    public Action<IServiceCollection> Configure { get; init; } = _ => { };
}
