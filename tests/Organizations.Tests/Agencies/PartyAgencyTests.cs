using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Organizations.Agencies;
using Modular.Organizations.Contracts;
using Modular.Organizations.Details;
using Modular.Organizations.Ending;
using Modular.Organizations.Register;
using Modular.Organizations.Reorganizing;
using Modular.Organizations.Tests.Reorganizing;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Organizations.Tests.Agencies;

/// <summary>Agencies and service units of committees (ORG-20), on 15 September 2025, in the era without districts.</summary>
public sealed class PartyAgencyTests : IAsyncLifetime
{
    private const string Headers = "Mã TCĐ,Loại,Tên cơ quan,Ngày thành lập,Số quyết định,Ngày quyết định,Cơ quan ban hành";
    private static readonly DateOnly Day = new(2025, 7, 1);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modular-agencies-");
    private Province province = null!;

    public async ValueTask InitializeAsync() => province = await Province.CreateAsync(new DateOnly(2025, 9, 15));

    public async ValueTask DisposeAsync()
    {
        await province.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(null, 5, 2)]
    [InlineData(FieldType.Commune, 3, 1)]
    [InlineData(FieldType.Ward, 3, 1)]
    [InlineData(FieldType.SpecialZone, 4, 1)]
    public async Task A_committee_has_as_many_agencies_and_service_units_as_its_kind_may_have_and_more_before_the_numbers_bound(object? fieldType, int agencies, int units)
    {
        var organization = fieldType is FieldType type ? await OfTypeAsync(type) : province.Root;
        for (var number = 1; number <= agencies; number++)
            Assert.Empty((await EstablishAsync(Asked(organization, $"Ban số {number}"))).Found());
        for (var number = 1; number <= units; number++)
            Assert.Empty((await EstablishAsync(Unit(organization, $"Trung tâm số {number}"))).Found());

        var agency = await EstablishAsync(Asked(organization, "Ban thừa") with { EffectiveOn = new(2025, 9, 1) });
        var unit = await EstablishAsync(Unit(organization, "Trung tâm thừa"));
        var earlier = await EstablishAsync(Asked(organization, "Ban cũ") with { EffectiveOn = new(2024, 5, 6) });

        agency.Refused(new CommitteeHasItsPartyAgencies(PartyAgencyKind.Advisory, agencies, new(2025, 9, 1)) { Field = "input.kind" });
        unit.Refused(new CommitteeHasItsPartyAgencies(PartyAgencyKind.ServiceUnit, units, Day) { Field = "input.kind" });
        earlier.Refused(new CommitteeHasItsPartyAgencies(PartyAgencyKind.Advisory, agencies, Day) { Field = "input.kind" });
        Assert.Equal("ORG-20", Assert.Single(agency.Problems).Rule?.Id);
    }

    [Fact]
    public async Task Where_no_number_binds_what_cannot_be_so_is_refused_and_nothing_is_recorded()
    {
        var commune = province.EastCommune;
        Assert.Empty((await EstablishAsync(Asked(commune, "Văn phòng Đảng ủy"))).Found());

        var ofCell = await EstablishAsync(Asked(province.Cell, "Văn phòng"));
        var sameName = await EstablishAsync(Asked(commune, "văn phòng  đảng ủy") with { EffectiveOn = new(2025, 8, 1) });
        var days = await EstablishAsync(Asked(commune, "Ban một") with { EffectiveOn = new(2025, 9, 16) });
        var beforeDecision = await EstablishAsync(Asked(commune, "Ban một") with { EffectiveOn = new(2014, 9, 16) });
        var nameless = await EstablishAsync(Asked(commune, " "));
        var byDistrict = await EstablishAsync(Asked(commune, "Ban một") with { Decision = Province.Decision(authority: province.East) });
        var byNeighbour = await EstablishAsync(Asked(commune, "Ban một") with { Decision = Province.Decision(authority: province.West) });
        var outOfReach = await EstablishAsync(Asked(commune, "Ban một"), new TestAccess().At(OrganizationsPermissions.ManageAgencies, province.WestCommune));
        var nowhere = await EstablishAsync(Asked(Guid.NewGuid(), "Ban một"));

        ofCell.Refused(new KindHasNoPartyAgencies(OrganizationKinds.Cell) { Field = "input.organizationId" });
        sameName.Refused(new PartyAgencyIsThereAlready("Văn phòng Đảng ủy") { Field = "input.name" });
        Assert.Equal(["EFFECTIVE_DATE_IS_IN_THE_FUTURE at input.effectiveOn"], days.Found());
        Assert.Equal(["EFFECTIVE_DATE_IS_BEFORE_DECISION at input.effectiveOn", "EFFECTIVE_DATE_IS_BEFORE_EARLIER_CHANGE at input.effectiveOn"], beforeDecision.Found());
        Assert.Equal(["INVALID_INPUT at input.name"], nameless.Found());
        byDistrict.Refused(new PartyAgenciesAreDecidedByTheProvince("Ban Thường vụ Tỉnh ủy") { Field = "input.decision.authorityOrganizationId" });
        Assert.Equal("ORG-19", Assert.Single(byDistrict.Problems).Rule?.Id);
        Assert.Equal(["DECISION_WAS_NOT_MADE_BY_SUPERIOR_COMMITTEE at input.decision.authorityOrganizationId"], byNeighbour.Found());
        Assert.Equal(["ORGANIZATION_IS_OUT_OF_YOUR_REACH at input.organizationId"], outOfReach.Found());
        Assert.Equal(["NOT_FOUND at input.organizationId"], nowhere.Found());
        Assert.Equal("Văn phòng Đảng ủy", await NamesAsync(commune, "2025-09-15"));
    }

    [Fact]
    public async Task One_that_is_closed_makes_room_and_is_told_of_the_days_on_which_it_worked()
    {
        var commune = province.EastCommune;
        var old = (await EstablishAsync(Asked(commune, "Ban Dân vận") with { EffectiveOn = new(2020, 1, 1) })).Value;
        await EstablishAsync(Asked(commune, "Ủy ban kiểm tra") with { Decision = Province.Decision(authority: province.Root) });

        var stale = await CloseAsync(old, 7, new(2025, 8, 1));
        var early = await CloseAsync(old, 1, new(2020, 1, 1));
        var closed = await CloseAsync(old, 1, new(2025, 8, 1));
        var again = await CloseAsync(old, 2, new(2025, 8, 2));
        var successor = await EstablishAsync(Asked(commune, "Ban Dân vận") with { EffectiveOn = new(2025, 8, 1) });

        stale.Refused(new StaleVersion(7, 1));
        Assert.Equal(["END_IS_NOT_AFTER_BEGINNING at input.effectiveOn"], early.Found());
        Assert.Empty(closed.Found());
        again.Refused(new PartyAgencyIsClosed(new(2025, 8, 1)) { Field = "input.id" });
        Assert.Empty(successor.Found());
        Assert.Equal("Ban Dân vận", await NamesAsync(commune, "2025-06-30"));
        Assert.Equal("Ban Dân vận, Ủy ban kiểm tra", await NamesAsync(commune, "2025-07-31"));
        Assert.Equal("Ban Dân vận, Ủy ban kiểm tra", await NamesAsync(commune, "2025-08-01"));
    }

    [Fact]
    public async Task They_close_with_their_organization_and_when_it_becomes_a_cell()
    {
        var ending = await province.FoundAsync(province.West, OrganizationKinds.GrassrootsCommittee, "Đảng bộ kết thúc", "36.02.077");
        await EstablishAsync(Asked(ending, "Văn phòng"));
        await EstablishAsync(Asked(province.WestCommune, "Văn phòng"));

        var ended = await province.ActAsync<EndingAct, Organization>(act => act.RunAsync(
            new DissolveOrganizationInput { Id = ending, ExpectedVersion = 1, Manner = EndingManner.EndOfActivity, EffectiveOn = new(2025, 8, 4), Decision = Province.Decision() },
            CancellationToken.None));
        var schemes = new Schemes(province);
        var become = new ReorganizationStepInput { Kind = ReorganizationStepKind.ChangeKind, OrganizationId = province.WestCommune, KindCode = OrganizationKinds.GrassrootsCell };
        var downgraded = await schemes.CarryOutAsync(schemes.Scheme(become) with { EffectiveOn = new(2025, 9, 1) });

        Assert.Empty(ended.Found());
        Assert.Empty(downgraded.Found());
        Assert.Equal("Văn phòng", await NamesAsync(ending, "2025-08-03"));
        Assert.Equal("", await NamesAsync(ending, "2025-08-04"));
        Assert.Equal("Văn phòng", await NamesAsync(province.WestCommune, "2025-08-31"));
        Assert.Equal("", await NamesAsync(province.WestCommune, "2025-09-01"));
    }

    [Fact]
    public async Task Two_officers_who_establish_the_last_one_at_once_establish_one()
    {
        var commune = await OfTypeAsync(FieldType.Commune);

        var both = await Task.WhenAll(EstablishAsync(Unit(commune, "Trung tâm chính trị")), EstablishAsync(Unit(commune, "Trung tâm truyền thông")));

        Assert.IsType<CommitteeHasItsPartyAgencies>(Assert.Single(Assert.Single(both, result => !result.Succeeded).Problems));
    }

    [Fact]
    public async Task A_file_comes_in_by_the_rules_of_single_ones_and_is_undone()
    {
        await OfTypeAsync(FieldType.Commune);
        var batch = await ImportAsync(
            """
            36.01.001,Cơ quan tham mưu,Văn phòng Đảng ủy,01/07/2025,3-QĐ/TU,27/06/2025,Ban Thường vụ Tỉnh ủy
            36.01.001,Cơ quan tham mưu,Ban Xây dựng Đảng,01/07/2025,3-QĐ/TU,27/06/2025,Ban Thường vụ Tỉnh ủy
            36.01.001,Đơn vị sự nghiệp,Trung tâm chính trị,01/07/2025,3-QĐ/TU,27/06/2025,Ban Thường vụ Tỉnh ủy
            36.01.001,Đơn vị sự nghiệp,Trung tâm truyền thông,01/07/2025,3-QĐ/TU,27/06/2025,Ban Thường vụ Tỉnh ủy
            36.01.001,Cơ quan tham mưu,VĂN PHÒNG ĐẢNG ỦY,01/07/2025,3-QĐ/TU,27/06/2025,Ban Thường vụ Tỉnh ủy
            36.01.999,Cơ quan tham mưu,Văn phòng,01/07/2025,3-QĐ/TU,27/06/2025,Ban Thường vụ Tỉnh ủy
            36.01.001.001,Cơ quan tham mưu,Văn phòng,01/07/2025,3-QĐ/TU,27/06/2025,Ban Thường vụ Tỉnh ủy
            36.01.001,Cơ quan tham mưu,Ban Tuyên giáo,01/06/2025,3-QĐ/TU,27/06/2025,Ban Thường vụ Tỉnh ủy
            36.01.001,Cơ quan tham mưu,Ban Tuyên giáo,01/10/2025,3-QĐ/TU,27/06/2025,Ban Thường vụ Tỉnh ủy
            36.01.001,Tổ giúp việc,Ban Tuyên giáo,01/07/2025,,27/06/2025,Ban Thường vụ Tỉnh ủy
            """);

        Assert.Equal(
            """
            5 kind Error COMMITTEE_HAS_ITS_PARTY_AGENCIES
            6 name Error PARTY_AGENCY_IS_THERE_ALREADY
            7 organization_code Error ORGANIZATION_CODE_IS_UNKNOWN
            8 organization_code Error KIND_HAS_NO_PARTY_AGENCIES
            9 established_on Error ESTABLISHED_BEFORE_ITS_DECISION
            10 established_on Error DATE_IS_OUT_OF_RANGE
            11 decision_number Error CELL_IS_EMPTY
            11 kind Error CELL_IS_NOT_IN_THE_LIST
            """,
            await VerdictsAsync(batch));
        Assert.Equal(3, batch.RowsApplied);
        Assert.Equal(
            """{"partyAgencies":{"totalCount":3,"nodes":[{"name":"Ban Xây dựng Đảng","kind":"ADVISORY","from":"2025-07-01","to":null,"decision":{"number":"3-QĐ/TU"},"organization":{"code":"36.01.001"}},{"name":"Trung tâm chính trị","kind":"SERVICE_UNIT","from":"2025-07-01","to":null,"decision":{"number":"3-QĐ/TU"},"organization":{"code":"36.01.001"}},{"name":"Văn phòng Đảng ủy","kind":"ADVISORY","from":"2025-07-01","to":null,"decision":{"number":"3-QĐ/TU"},"organization":{"code":"36.01.001"}}]}}""",
            (await province.AskAsync("{ partyAgencies { totalCount nodes { name kind from to decision { number } organization { code } } } }"))
                .ToJsonString(new System.Text.Json.JsonSerializerOptions(Province.Readable) { WriteIndented = false }));

        await using var scope = province.Database.Enter();
        var undone = await scope.Get<ImportUndo>().RunAsync(batch.Id, "by mistake", CancellationToken.None);
        Assert.Equal(ImportState.Undone, undone.Value.State);
        Assert.Equal("0 0", await province.Database.ScalarAsync<string>(
            TestProvinces.NamDinh,
            "select (select count(*) from organizations.party_agency) || ' ' || (select count(*) from organizations.decision_document where number = '3-QĐ/TU')"));
    }

    private static EstablishPartyAgencyInput Asked(Guid organization, string name) => new()
    {
        OrganizationId = organization,
        Kind = PartyAgencyKind.Advisory,
        Name = name,
        EffectiveOn = Day,
        Decision = Province.Decision(),
    };

    private static EstablishPartyAgencyInput Unit(Guid organization, string name) => Asked(organization, name) with { Kind = PartyAgencyKind.ServiceUnit };

    // What committee it is told by the field in which it works.
    private async Task<Guid> OfTypeAsync(FieldType type)
    {
        var updated = await province.ActAsync<UpdatingAct, Organization>(act => act.RunAsync(
            new UpdateOrganizationInput { Id = province.EastCommune, ExpectedVersion = 1, FieldType = type }, CancellationToken.None));
        Assert.Empty(updated.Found());
        return province.EastCommune;
    }

    private Task<Result<PartyAgency>> EstablishAsync(EstablishPartyAgencyInput input, ICurrentAccess? access = null) =>
        province.ActAsync<PartyAgencyActs, PartyAgency>(access ?? new SystemAccess("test"), acts => acts.EstablishAsync(input, CancellationToken.None));

    private Task<Result<PartyAgency>> CloseAsync(PartyAgency agency, int version, DateOnly on) => province.ActAsync<PartyAgencyActs, PartyAgency>(acts => acts.CloseAsync(
        new ClosePartyAgencyInput { Id = agency.Id, ExpectedVersion = version, EffectiveOn = on, Decision = Province.Decision() }, CancellationToken.None));

    private async Task<string> NamesAsync(Guid organization, string day)
    {
        var data = await province.AskAsync(
            "query ($id: ID!, $day: Date!) { organization(id: $id) { agencies(asOf: $day) { name } } }",
            new { id = Province.GlobalId("Organization", organization), day });
        return string.Join(", ", data["organization"]!["agencies"]!.AsArray().Select(agency => (string?)agency!["name"]));
    }

    private async Task<ImportBatch> ImportAsync(string rows)
    {
        var path = Path.Combine(folder.FullName, $"{Guid.NewGuid():n}.csv");
        await File.WriteAllTextAsync(path, $"{Headers}\n{rows}\n");
        await using var scope = province.Database.Enter(TestProvinces.NamDinh, new SystemAccess("test"));
        return (await scope.Get<FileImports>().RunAsync(new ImportRequest("party-agencies", ImportContent.OfFile(path), ImportMode.GoodRowsOnly), progress: null, CancellationToken.None)).Value;
    }

    private async Task<string> VerdictsAsync(ImportBatch batch)
    {
        Assert.Null(batch.ProblemCode);
        await using var scope = province.Database.Enter();
        var verdicts = await scope.Get<ImportBatchReader>().VerdictsAsync(batch.Id, severity: null, after: 0, most: 100, CancellationToken.None);
        return string.Join('\n', verdicts.Select(verdict => $"{verdict.Row} {verdict.Column} {verdict.Severity} {verdict.Code}"));
    }
}
