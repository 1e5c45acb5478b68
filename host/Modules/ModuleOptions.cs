using Modular.Kernel.Postgres.Telemetry;

namespace Modular.Host.Modules;

/// <summary>Settings under <c>Modules</c>.</summary>
internal sealed class ModuleOptions
{
    /// <summary>Further folders that hold module folders, beside <c>modules</c> at the host's own place.</summary>
    public IReadOnlyList<string> Paths { get; set; } = [];

    /// <summary>Whether the host refuses to start when any module is faulty, instead of serving the others.</summary>
    public bool Strict { get; set; }

    /// <summary>How long a background service of a module may take to start before the host goes on without it.</summary>
    public TimeSpan ServiceStart { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a module may take to register, and all of them to declare what they bring, before it is left out.</summary>
    public TimeSpan RegistrationTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many calls of a module may go on after their time was over before it is called no more. Each may hold a thread that is not got back.</summary>
    public int MostLeftBehind { get; set; } = ModuleWork.DefaultMostLeftBehind;
}
