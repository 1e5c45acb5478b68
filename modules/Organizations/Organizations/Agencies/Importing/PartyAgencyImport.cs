using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Kernel.Texts;
using Modular.Organizations.Contracts;
using Modular.Organizations.Imports;

namespace Modular.Organizations.Agencies.Importing;

/// <summary>
/// Agencies and service units of committees as they stand, one row each with the decision that established it, by the rules of <c>establishPartyAgency</c>: for instance those of all communes of a
/// province. Decisions of files name their authority in words.
/// </summary>
internal sealed class PartyAgencyImport : ImportFormat
{
    private const string FindOrganizations =
        $"""
        update staged set organization_id = found.id
        from {OrganizationsByCode.Found}
        where found.row_number = staged.row_number
        """;

    private const string Establish =
        """
        insert into organizations.party_agency (province_id, id, version, organization_id, kind, name, sort_key, valid, decision_id)
        select @province, id, 1, organization_id, kind, name, sort_key, daterange(established_on, null), decision_id from accepted
        """;

    private const string Changed =
        """
        select undone.id from undone
        join organizations.party_agency as agency on agency.province_id = @province and agency.id = undone.id
        where agency.version > 1
        """;

    private const string RemoveDecisions =
        """
        delete from organizations.decision_document as decision
        where decision.province_id = @province
            and decision.id in (
                select agency.decision_id from undone join organizations.party_agency as agency on agency.province_id = @province and agency.id = undone.id)
        """;

    /// <inheritdoc />
    public override string Id => "party-agencies";

    /// <inheritdoc />
    public override LocalizedText Title => new("Cơ quan tham mưu, giúp việc, đơn vị sự nghiệp của cấp ủy", "Agencies and service units of committees");

    /// <inheritdoc />
    public override string Permission => OrganizationsPermissions.ManageAgencies;

    /// <inheritdoc />
    protected override void Define(ImportFormatBuilder format)
    {
        DefineColumns(format);
        format.Staged("organization_id", "uuid").Prepare(FindOrganizations);
        ImportedDecisions.Prepare(format);
        format
            .CheckCodes()
            .Check("established_on", new EstablishedBeforeItsDecision(),
                "select row_number, to_char(established_on, 'DD/MM/YYYY'), to_char(decided_on, 'DD/MM/YYYY') from staged where established_on < decided_on")
            .CheckByCode(ImportedPartyAgencies.CheckAsync);
        ImportedDecisions.Apply(format);
        format.Apply(Establish)
            .Creates("PartyAgency", "organizations.party_agency", organization: "organization_id")
            .NotUndoneWhere(Changed)
            .Undo(RemoveDecisions)
            .Undo("delete from organizations.party_agency as made using undone where made.province_id = @province and made.id = undone.id");
        format.ScopedTo("organization_id");
    }

    private static void DefineColumns(ImportFormatBuilder format)
    {
        format.NameOrganizations("Mã đảng bộ");
        format.Choice("kind", "Loại", "Kind").Called("Loại cơ quan").Required()
            .Value("ADVISORY", "Cơ quan tham mưu, giúp việc", "Advisory", "Cơ quan tham mưu", "Cơ quan chuyên trách")
            .Value("SERVICE_UNIT", "Đơn vị sự nghiệp", "Service unit");
        format.Text("name", "Tên cơ quan, đơn vị", "Name").Called("Tên cơ quan", "Tên", "Tên gọi").Required().MaximumLength(PartyAgencyTexts.NameLength).Derives("sort_key", VietnameseText.SortKey);
        format.Date("established_on", "Ngày thành lập", "Established on").Called("Ngày hoạt động").Required().InThePast();
        format.Text("decision_number", "Số quyết định thành lập", "Decision number").Called("Số quyết định").Required().MaximumLength(100);
        format.Date("decided_on", "Ngày quyết định", "Decision date").Required().InThePast();
        format.Text("authority", "Cơ quan ban hành", "Decision authority").Called("Cơ quan ra quyết định", "Authority").Required().MaximumLength(300);
    }
}

/// <summary>Nothing works before it was decided on, in a row of a file.</summary>
internal sealed record EstablishedBeforeItsDecision : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidedBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Ngày thành lập {0} sớm hơn ngày quyết định {1}.", "It was established on {0}, before the decision of {1}.");
}
