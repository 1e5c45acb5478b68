namespace Modular.Kernel.Modules;

/// <summary>The manifest of a module: how it is called in settings, in the schema's errors and on an administrator's screen.</summary>
/// <param name="id">
/// Lower-case words joined by hyphens, for instance <c>residence-liaison</c>. Unique in a host; it names rows of
/// <c>kernel.province_modules</c>, so it never changes once a province has used the module.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ModuleAttribute(string id) : Attribute
{
    /// <summary>The identifier of the module.</summary>
    public string Id { get; } = id;

    /// <summary>What an administrator who reads English sees.</summary>
    public required string Title { get; init; }

    /// <summary>What an administrator who reads Vietnamese sees.</summary>
    public required string VietnameseTitle { get; init; }
}
