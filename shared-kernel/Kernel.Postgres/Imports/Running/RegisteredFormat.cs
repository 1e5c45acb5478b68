using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Imports.Columns;
using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Imports;

/// <summary>An import format of a loaded module.</summary>
public sealed class RegisteredFormat
{
    internal RegisteredFormat(string moduleId, ImportDefinition definition)
    {
        ModuleId = moduleId;
        Definition = definition;
    }

    /// <summary>The module that owns it.</summary>
    public string ModuleId { get; }

    /// <inheritdoc cref="ImportFormat.Id" />
    public string Id => Definition.Format.Id;

    /// <inheritdoc cref="ImportFormat.Title" />
    public LocalizedText Title => Definition.Format.Title;

    /// <inheritdoc cref="ImportFormat.Permission" />
    public string Permission => Definition.Format.Permission;

    /// <summary>The columns in the order of a template.</summary>
    public IReadOnlyList<ImportColumn> Columns => Definition.Columns;

    internal ImportDefinition Definition { get; }

    /// <summary>Whether a user may take in files of the format at all; which rows is another question.</summary>
    public bool IsOpenTo(ICurrentAccess access) =>
        access.Holds(Permission) && (!Definition.Format.TakesTheWholeProvince || access.ScopeOf(Permission).CoversProvince);
}
