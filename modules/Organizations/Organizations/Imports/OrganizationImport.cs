using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.Imports;

/// <summary>
/// Organizations as they stand, one row each; parents may come in the same file, in any order. The rules are those of
/// <c>foundOrganization</c>, but for what only a new founding takes (consent, delegated powers) and with a decision that may be missing.
/// </summary>
internal sealed class OrganizationImport : ImportFormat
{
    /// <inheritdoc />
    public override string Id => "organizations";

    /// <inheritdoc />
    public override LocalizedText Title => new("Tổ chức đảng", "Organizations");

    /// <inheritdoc />
    public override string Permission => OrganizationsPermissions.Import;

    /// <inheritdoc />
    protected override void Define(ImportFormatBuilder format)
    {
        OrganizationColumns.Define(format);
        OrganizationPreparation.Define(format);
        OrganizationChecks.Define(format);
        OrganizationApplication.Define(format);
        format.ScopedTo("scope_id");
    }
}
