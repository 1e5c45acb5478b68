using Modular.Kernel.Results;
using Modular.Members.Documents;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Tests.WorkItems;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Documents;

/// <summary>The CV that each new member writes, on 15 June 2024.</summary>
public sealed class MemberCvTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    [Fact]
    public async Task A_new_member_owes_the_member_cv_for_thirty_working_days_of_the_ceremony()
    {
        var before = await province.RegisterAsync(Newcomers.Probationary(province.SecondCell, 4801));
        await FollowAsync(province.Database);
        var member = await province.RegisterAsync(Newcomers.Probationary(province.FirstCell, 4802));
        await province.RegisterAsync(Newcomers.Official(province.FirstCell, 4803));
        Assert.Equal<string>(["OPEN since 2023-11-07 due 2023-12-19"], await Work.ItemsAsync(province.Database, "members.cv-to-write", member.Id));
        Assert.Empty(await Work.ItemsAsync(province.Database, "members.cv-to-write", before.Id));

        var future = await RecordAsync(member, Paper with { ReceivedOn = SmallProvince.Today.AddDays(1) });
        var unwritten = await RecordAsync(member, Paper with { ReceivedOn = Paper.IssuedOn!.Value.AddDays(-1) });
        var recorded = await RecordAsync(member, Paper);

        Assert.Equal([new DateLiesInTheFuture(SmallProvince.Today.AddDays(1), SmallProvince.Today) { Field = "input.paper.receivedOn" }], future.Problems);
        Assert.Equal(
            [new EffectiveDateIsBeforeEarlierFact(Paper.IssuedOn!.Value.AddDays(-1), Paper.IssuedOn.Value) { Field = "input.paper.receivedOn" }], unwritten.Problems);
        Assert.Equal([], recorded.Problems);
        Assert.Equal<string>(["DONE since 2023-11-07 due 2023-12-19"], await Work.ItemsAsync(province.Database, "members.cv-to-write", member.Id));
    }

    private static PaperDocumentInput Paper { get; } =
        new() { Kind = DocumentKind.MemberCv, IssuedOn = new DateOnly(2023, 12, 11), ReceivedOn = new DateOnly(2023, 12, 18), KeptAt = "Tủ 1" };

    /// <summary>Ceremonies are followed from long ago.</summary>
    internal static Task<int> FollowAsync(TestDatabase database) => database.ExecuteAsync(
        TestProvinces.NamDinh,
        """
        insert into kernel.policies (province_id, id, key, valid, value, instrument, recorded_at, recorded_by_name)
        values ($1, gen_random_uuid(), 'members.member-cv', daterange('2000-01-01', null), '{"ceremoniesFrom": "2010-01-01"}', 'Test', now(), 'test')
        """,
        TestProvinces.NamDinh.Id.Value);

    private Task<Result<MemberDocument>> RecordAsync(Member member, PaperDocumentInput paper) => province.ActAsync<DocumentKeeping, MemberDocument>(keeping => keeping.RecordAsync(
        new RecordMemberDocumentInput { MemberId = member.Id, ExpectedVersion = 1, Paper = paper }, CancellationToken.None));
}
