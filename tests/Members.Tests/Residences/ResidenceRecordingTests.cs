using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Residences;
using Xunit;

namespace Modular.Members.Tests.Residences;

public sealed class ResidenceRecordingTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private const string Shown = "kind || ' ' || address || ' ' || coalesce(commune_code, '-')";

    [Fact]
    public async Task A_new_residence_ends_the_former_of_its_kind_only()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember() with
        {
            Residences = [Residence(ResidenceKind.Permanent, "Xóm 1", 2016), Residence(ResidenceKind.Temporary, "Ký túc xá", 2017)],
        });

        var recorded = await RecordAsync(member, 1, Residence(ResidenceKind.Permanent, "  Tổ 7,  phường Trần Quang Khải ", 2023) with { CommuneCode = "13642" });

        Assert.Equal([], recorded.Problems);
        Assert.Equal(2, (await province.ReadAsync(member.Id)).Version);
        Assert.Equal(
            [
                "PERMANENT Xóm 1 - [2016-02-03,2023-02-03)",
                "TEMPORARY Ký túc xá - [2017-02-03,)",
                "PERMANENT Tổ 7, phường Trần Quang Khải 13642 [2023-02-03,)",
            ],
            await province.FactsAsync("members.residence", Shown, member.Id));
        Assert.Equal(["members.member-registered", "members.member-assigned", "members.member-residence-changed"], await province.EventsAsync(member.Id));
    }

    [Fact]
    public async Task A_residence_before_the_recorded_one_in_the_future_or_of_a_malformed_commune_is_refused()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember() with { Residences = [Residence(ResidenceKind.Permanent, "Xóm 1", 2016)] });

        var early = await RecordAsync(member, 1, Residence(ResidenceKind.Permanent, "Xóm 2", 2015));
        var late = await RecordAsync(member, 1, Residence(ResidenceKind.Permanent, "Xóm 2", 2025) with { CommuneCode = "141" });

        Assert.Equal([new EffectiveDateIsBeforeEarlierFact(new DateOnly(2015, 2, 3), new DateOnly(2016, 2, 4)) { Field = "input.residence.from" }], early.Problems);
        Assert.Equal(
            [
                new CommuneCodeMustHaveFiveDigits { Field = "input.residence.communeCode" },
                new DateLiesInTheFuture(new DateOnly(2025, 2, 3), SmallProvince.Today) { Field = "input.residence.from" },
            ],
            late.Problems);
    }

    private static ResidenceInput Residence(ResidenceKind kind, string address, int year) =>
        new() { Kind = kind, Address = address, From = new DateOnly(year, 2, 3) };

    private Task<Result<Member>> RecordAsync(Member member, int version, ResidenceInput residence) =>
        province.ActAsync<ResidenceRecording, Member>(recording => recording.RunAsync(
            new RecordAddressInput { MemberId = member.Id, ExpectedVersion = version, Residence = residence }, CancellationToken.None));
}
