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
}
