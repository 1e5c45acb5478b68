using Modular.Kernel.Provinces;

namespace Modular.Kernel.Postgres.Telemetry;

/// <summary>Hears what goes wrong in modules while they serve, for operators.</summary>
public interface IModuleFaultLog
{
    /// <summary>Notes a fault.</summary>
    /// <param name="moduleId">The module.</param>
    /// <param name="province">The province for which it worked; no other learns of the fault.</param>
    /// <param name="where">What failed, by its name in the module.</param>
    /// <param name="exception">The exception; its message may quote somebody's data and is kept nowhere.</param>
    void Note(string moduleId, ProvinceId province, string where, Exception exception);
}
