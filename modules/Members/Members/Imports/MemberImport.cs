using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Members.Contracts;

namespace Modular.Members.Imports;

/// <summary>
/// Members as registers list them, one row a person. A row is a probationary or official member with the dates of their membership, one who has
/// left the Party since, an applicant or a sympathizer; it must hold what <c>registerMember</c> asks for, and is checked by the same rules.
/// </summary>
internal sealed class MemberImport : ImportFormat
{
    /// <inheritdoc />
    public override string Id => "members";

    /// <inheritdoc />
    public override LocalizedText Title => new("Đảng viên", "Members");

    /// <inheritdoc />
    public override string Permission => MembersPermissions.Import;

    /// <inheritdoc />
    protected override void Define(ImportFormatBuilder format)
    {
        MemberColumns.Define(format);
        MemberPreparation.Define(format);
        MemberChecks.Define(format);
        MemberApplication.Define(format);
        format.ScopedTo("organization_id");
    }
}
