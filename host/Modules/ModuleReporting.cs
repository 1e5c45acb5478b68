namespace Modular.Host.Modules;

/// <summary>Tells operators what became of the modules.</summary>
internal static class ModuleReporting
{
    public static void Log(ModuleLoadReport report, ILogger log)
    {
        foreach (var entry in report.Entries)
        {
            if (entry.Failure is null)
                log.LogInformation("Module {Module} {Version} is installed.", entry.Name, entry.Version);
            else
                log.LogError("Module {Module} in {Folder} does not serve ({Failure}): {Reason}", entry.Name, entry.Folder, entry.Failure, entry.Reason);
            foreach (var remark in entry.Remarks)
                log.LogWarning("Module {Module}: {Remark}", entry.Name, remark);
        }
    }

    public static void Write(ModuleLoadReport report, TextWriter output)
    {
        foreach (var entry in report.Entries)
        {
            output.WriteLine(entry.Failure is null
                ? $"{entry.Name} {entry.Version?.ToString(3)}"
                : $"{entry.Name} FAULTY ({entry.Failure}) {entry.Reason} [{entry.Folder}]");
            foreach (var remark in entry.Remarks)
                output.WriteLine($"  {remark}");
        }
    }
}
