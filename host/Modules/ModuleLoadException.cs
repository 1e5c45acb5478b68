namespace Modular.Host.Modules;

/// <summary>A module cannot be loaded, for the reason in the message.</summary>
internal sealed class ModuleLoadException(ModuleLoadFailure failure, string reason, Exception? cause = null) : Exception(reason, cause)
{
    /// <summary>The kind of the reason.</summary>
    public ModuleLoadFailure Failure { get; } = failure;
}

/// <summary>Why a module was left out.</summary>
internal enum ModuleLoadFailure
{
    /// <summary>A folder that a setting names does not exist.</summary>
    FolderNotFound,

    /// <summary>An assembly is damaged, or something that it needs is not there.</summary>
    BrokenAssembly,

    /// <summary>No class derives from the module base class.</summary>
    NoModuleClass,

    /// <summary>More than one class derives from the module base class.</summary>
    SeveralModuleClasses,

    /// <summary>The module class carries no manifest.</summary>
    NoManifest,

    /// <summary>Another folder brought a module of this identifier before.</summary>
    DuplicateId,

    /// <summary>The module was built against a version of the kernel, or of another module's contracts, that does not go with the one that is there.</summary>
    ContractVersion,

    /// <summary>The module needs another one that is not there, or that could not be loaded.</summary>
    MissingDependency,

    /// <summary>The module needs itself by way of others.</summary>
    DependencyCycle,

    /// <summary>The module's own registration failed.</summary>
    RegistrationFailed,

    /// <summary>The module claims what is another's, or declares what does not compose.</summary>
    Conflict,

    /// <summary>A migration of the module failed and was rolled back.</summary>
    MigrationFailed,
}
