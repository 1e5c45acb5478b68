using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;
using Modular.Host.Modules;
using Modular.Kernel.Provinces;

namespace Modular.Host.Schemas;

/// <summary>Logs what clients of a province are told only as an internal error: where it happened and the exception, never arguments or rows.</summary>
internal sealed class ExecutionLog(ProvinceId province, ModuleFaults faults, ILogger<ExecutionLog> log) : IExecutionObserver
{
    public void FieldFailed(Field field, ObjectType parentType, Exception exception)
    {
        faults.Note(field.Owner, province, $"{parentType.Name}.{field.Name}", exception);
        log.LogError(exception, "Resolving {Type}.{Field} of module {Module} failed.", parentType.Name, field.Name, field.Owner);
    }

    public void RequestFailed(Exception exception) => log.LogError(exception, "An operation could not be planned.");
}
