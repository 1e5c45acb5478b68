using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Organizations;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Ending;
using Modular.Organizations.Register;
using Xunit;

namespace Modular.Organizations.Tests.Ending;

public sealed class EndingTests : IAsyncLifetime
{
    private readonly List<EndingObjection> objections = [];
    private Province province = null!;

    public async ValueTask InitializeAsync() => province = await Province.CreateAsync(
        new(2024, 6, 15), services => services.AddSingleton<IOrganizationEndingObjection>(new Objections(objections)));

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Theory]
    [InlineData(EndingManner.Dissolution, OrganizationState.Dissolved, OrganizationEventType.Dissolve)]
    [InlineData(EndingManner.DisbandmentByDiscipline, OrganizationState.DisbandedByDiscipline, OrganizationEventType.DissolveAsDiscipline)]
    [InlineData(EndingManner.EndOfActivity, OrganizationState.Ended, OrganizationEventType.EndOfActivity)]
    public async Task An_ended_organization_keeps_its_name_code_and_past(object manner, OrganizationState state, object type)
    {
        var ended = await EndAsync(TheCell() with { Manner = (EndingManner)manner });

        Assert.Equal((state, new DateOnly(2024, 6, 1)), (ended.Value.State, ended.Value.EndedOn));
        Assert.NotNull(await province.PlaceAsync(province.Cell, new(2024, 5, 31)));
        Assert.Null(await province.PlaceAsync(province.Cell, new(2024, 6, 1)));
        await using var scope = province.Database.Enter();
        var byCode = await scope.Get<IOrganizationDirectory>().FindByCodeAsync(["36.01.001.001"], new(2024, 6, 15), CancellationToken.None);
        Assert.Equal((province.Cell, "Chi bộ xóm 1"), (byCode["36.01.001.001"].Id, byCode["36.01.001.001"].Name));
        var happened = await province.ReadAsync(db => db.Events.SingleAsync(row => row.EffectiveOn == new DateOnly(2024, 6, 1)));
        Assert.Equal((OrganizationEventType)type, happened.Type);
    }

    [Fact]
    public async Task An_organization_with_others_below_it_is_not_ended() => (await EndAsync(TheCell() with { Id = province.EastCommune }))
        .Refused(new OrganizationsBelowAreStillThere(1) { Field = "input.id" });

    [Fact]
    public async Task An_organization_with_members_is_not_ended()
    {
        var members = new LocalizedText("đảng viên", "members");
        objections.Add(new EndingObjection(province.Cell, members, 12));

        var refused = await EndAsync(TheCell());

        refused.Refused(new OrganizationIsNotEmpty(members, 12) { Field = "input.id" });
        Assert.Equal(
            "Trong tổ chức còn 12 đảng viên; phải chuyển đi trước khi kết thúc tổ chức.", refused.Problems[0].Message(Language.Vietnamese));
        Assert.Equal("ORG-21", refused.Problems[0].Rule!.Id);
    }

    [Fact]
    public async Task An_organization_ends_after_the_last_one_that_was_below_it()
    {
        await EndAsync(TheCell());

        (await EndAsync(TheCell() with { Id = province.EastCommune, EffectiveOn = new(2024, 5, 1) }))
            .Refused(new EffectiveDateIsBeforeEarlierChange(new(2024, 5, 1), new(2024, 6, 1)) { Field = "input.effectiveOn" });
        Assert.True((await EndAsync(TheCell() with { Id = province.EastCommune })).Succeeded);
    }

    [Fact]
    public async Task An_organization_cannot_end_on_the_day_of_its_founding() =>
        (await EndAsync(TheCell() with { EffectiveOn = Province.Founded }))
        .Refused(new EffectiveDateIsBeforeEarlierChange(Province.Founded, Province.Founded.AddDays(1)) { Field = "input.effectiveOn" });

    [Fact]
    public async Task An_organization_ends_once()
    {
        await EndAsync(TheCell());

        (await EndAsync(TheCell() with { ExpectedVersion = 2 }))
            .Refused(new OrganizationIsNotActive("Chi bộ xóm 1", OrganizationState.Dissolved) { Field = "input.id" });
    }

    [Fact]
    public async Task Nobody_is_put_into_an_organization_while_it_ends()
    {
        await using var scope = province.Database.Enter();
        var write = scope.Write<OrganizationsDbContext>();
        var ending = Task.FromResult<Result<Organization>>(new NotFound("nothing yet"));

        // Whoever holds the place goes first; the ending waits, and sees what was put in.
        var held = await write.RunAsync<OrganizationTreeNode>(
            async (_, cancellationToken) =>
            {
                var place = await scope.Get<IOrganizationTree>().HoldAsync(province.Cell, new(2024, 6, 15), cancellationToken);
                ending = EndAsync(TheCell());
                await province.Database.UntilSomebodyWaitsForALockAsync();
                objections.Add(new EndingObjection(province.Cell, new("đảng viên", "members"), 1));
                return place!;
            },
            CancellationToken.None);

        Assert.Equal(province.Cell, held.Value.OrganizationId);
        Assert.Equal(["ORGANIZATION_IS_NOT_EMPTY at input.id"], (await ending).Found());
    }

    [Fact]
    public async Task The_place_of_an_ended_organization_cannot_be_held()
    {
        await EndAsync(TheCell());
        await using var scope = province.Database.Enter();

        var held = await scope.Write<OrganizationsDbContext>().RunAsync<string>(
            async (_, cancellationToken) =>
                await scope.Get<IOrganizationTree>().HoldAsync(province.Cell, new(2024, 6, 15), cancellationToken) is null ? "gone" : "there",
            CancellationToken.None);

        Assert.Equal("gone", held.Value);
    }

    private DissolveOrganizationInput TheCell() => new()
    {
        Id = province.Cell,
        ExpectedVersion = 1,
        EffectiveOn = new(2024, 6, 1),
        Decision = Province.Decision(),
    };

    private Task<Result<Organization>> EndAsync(DissolveOrganizationInput input) =>
        province.ActAsync<EndingAct, Organization>(ending => ending.RunAsync(input, CancellationToken.None));

    private sealed class Objections(List<EndingObjection> objections) : IOrganizationEndingObjection
    {
        public Task<IReadOnlyList<EndingObjection>> FindAsync(
            IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<EndingObjection>>(
                [.. objections.Where(objection => organizationIds.Contains(objection.OrganizationId))]);
    }
}
