using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Details;
using Modular.Organizations.Register;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Organizations.Tests.Details;

public sealed class UpdatingTests : IAsyncLifetime
{
    private Province province = null!;

    public async ValueTask InitializeAsync() => province = await Province.CreateAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task What_is_left_out_stays_and_what_is_null_is_cleared()
    {
        var first = await UpdateAsync(Nothing() with
        {
            Address = "Xóm 1, xã Giao Hà",
            Phone = "0228 3 895 001",
            FieldType = FieldType.ResidentialArea,
            AdministrativeUnitCode = "36",
        });
        var second = await UpdateAsync(Nothing() with { ExpectedVersion = 2, Phone = new Optional<string?>(null) });

        Assert.Equal(
            ("Xóm 1, xã Giao Hà", "0228 3 895 001", FieldType.ResidentialArea, 36),
            (first.Value.Address, first.Value.Phone, first.Value.FieldType, first.Value.AdministrativeUnitId));
        Assert.Equal(("Xóm 1, xã Giao Hà", null, 3), (second.Value.Address, second.Value.Phone, second.Value.Version));
    }

    [Fact]
    public async Task A_short_name_changes_without_a_new_period_of_the_name()
    {
        await UpdateAsync(Nothing() with { ShortName = "CB1" });

        var name = await province.ReadAsync(db => db.Names.SingleAsync(row => row.OrganizationId == province.Cell));
        Assert.Equal(("Chi bộ xóm 1", "CB1"), (name.Name, name.ShortName));
    }

    [Fact]
    public async Task Malformed_values_are_refused_with_their_places() => Assert.Equal(
        ["INVALID_INPUT at input.phone", "INVALID_INPUT at input.email", "ADMINISTRATIVE_UNIT_IS_NOT_IN_FORCE at input.administrativeUnitCode"],
        (await UpdateAsync(Nothing() with { Phone = "không có", Email = "a b@c", AdministrativeUnitCode = "7" })).Found());

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        await UpdateAsync(Nothing() with { Address = "Nhà văn hóa xóm 1" });

        (await UpdateAsync(Nothing() with { Address = "Nhà văn hóa" })).Refused(new StaleVersion(1, 2));
    }

    [Fact]
    public async Task A_grassroots_officer_changes_the_own_organizations_only()
    {
        var commune = await province.PlaceAsync(province.EastCommune, new(2024, 6, 15));
        var officer = new TestAccess().Below(OrganizationsPermissions.Edit, commune!.Path);

        var own = await UpdateAsync(officer, Nothing() with { Address = "Nhà văn hóa xóm 1" });
        var other = await UpdateAsync(officer, Nothing() with { Id = province.WestCommune, Address = "Trụ sở" });

        Assert.True(own.Succeeded);
        other.Refused(new OrganizationIsOutOfYourReach("Đảng bộ xã Yên Thắng") { Field = "input.id" });
    }

    private UpdateOrganizationInput Nothing() => new() { Id = province.Cell, ExpectedVersion = 1 };

    private Task<Result<Organization>> UpdateAsync(UpdateOrganizationInput input) =>
        province.ActAsync<UpdatingAct, Organization>(updating => updating.RunAsync(input, CancellationToken.None));

    private Task<Result<Organization>> UpdateAsync(TestAccess access, UpdateOrganizationInput input) =>
        province.ActAsync<UpdatingAct, Organization>(access, updating => updating.RunAsync(input, CancellationToken.None));
}
