using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.Committees.Importing;

/// <summary>
/// Committees as they stand, one row for each post; a term that the register lacks is opened with its first row. The rules are those of
/// <c>openCommitteeTerm</c> and <c>assignPost</c>, as they are in force on the day of the import, but a decision may be missing, and that a cell is too
/// small for its committee is a warning: how many members it had when it elected is often not in the register.
/// </summary>
internal sealed class CommitteePostImport : ImportFormat
{
    /// <inheritdoc />
    public override string Id => "committee-posts";

    /// <inheritdoc />
    public override LocalizedText Title => new("Cấp ủy và chức vụ cấp ủy", "Committees and their posts");

    /// <inheritdoc />
    public override string Permission => OrganizationsPermissions.ManageCommittees;

    /// <inheritdoc />
    protected override void Define(ImportFormatBuilder format)
    {
        CommitteePostColumns.Define(format);
        CommitteePostPreparation.Define(format);
        CommitteePostChecks.Define(format);
        CommitteePostApplication.Define(format);
        format.ScopedTo("organization_id");
    }
}
