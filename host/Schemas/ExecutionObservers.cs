using System.Collections.Concurrent;
using Modular.GraphQL;
using Modular.GraphQL.Execution;
using Modular.Host.Modules;
using Modular.Host.Telemetry;
using Modular.Kernel.Provinces;

namespace Modular.Host.Schemas;

/// <summary>Who observes the requests of each province.</summary>
internal sealed class ExecutionObservers(ModuleFaults faults, TelemetryOptions telemetry, TimeProvider clock, ILogger<ExecutionLog> log)
{
    private readonly ConcurrentDictionary<ProvinceId, IExecutionObserver> observers = [];

    /// <summary>The observer of a province's requests.</summary>
    public IExecutionObserver Of(ProvinceId province) => observers.GetOrAdd(province, Make);

    private IExecutionObserver Make(ProvinceId province)
    {
        var observer = new ExecutionLog(province, faults, log);
        return telemetry.Fields ? new FieldTracing(observer, clock) : observer;
    }
}
