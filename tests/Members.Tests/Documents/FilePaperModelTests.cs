using System.Text.Json;
using Modular.Kernel.Events;
using Modular.Kernel.Postgres.Policies;
using Modular.Members.Contracts;
using Modular.Members.Documents;
using Modular.Members.People;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Documents;

/// <summary>What the database keeps of the papers of files, held against a plain reckoning, on 15 June 2024.</summary>
public sealed class FilePaperModelTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private const string Defaults = "$1::jsonb";

    [Fact]
    public async Task Every_kind_of_paper_has_a_bit_of_its_own()
    {
        var bits = new List<long>();
        foreach (var kind in Enum.GetValues<DocumentKind>())
            bits.Add(await province.Database.ScalarAsync<long>(TestProvinces.NamDinh, "select members.paper_bit($1)", DocumentKindsJson.NameOf(kind)));

        Assert.All(bits, bit => Assert.True(long.IsPow2(bit)));
        Assert.Equal(bits.Count, bits.Distinct().Count());
    }

    [Theory]
    [InlineData(7)]
    [InlineData(20240615)]
    public async Task Papers_that_come_go_and_change_are_kept_as_they_would_be_reckoned_anew(int seed)
    {
        var chance = new Random(seed);
        var kinds = Enum.GetValues<DocumentKind>();
        List<Member> members = [];
        for (var index = 0; index < 4; index++)
        {
            members.Add(await province.RegisterAsync(
                index % 2 == 0 ? province.NewOfficialMember() : Newcomers.Probationary(province.SecondCell, (seed % 100 * 10) + index + 7100)));
        }

        var policy = new FilePaperPolicy { JoinedFrom = new DateOnly(2010, 5, 19) };
        var papers = new List<MemberDocument>();
        for (var step = 0; step < 120; step++)
        {
            var kind = kinds[chance.Next(kinds.Length)];
            if (papers.Count == 0 || chance.Next(3) > 0)
                papers.Add(await RecordAsync(members[chance.Next(members.Count)], kind));
            else if (chance.Next(2) == 0)
                await ChangeAsync(papers, chance.Next(papers.Count), kind);
            else
                await RemoveAsync(papers, chance.Next(papers.Count));
        }

        foreach (var member in members)
        {
            var held = papers.Where(paper => paper.MemberId == member.Id).Select(paper => paper.Kind).ToHashSet();
            var asked = policy.AtApplication.Concat(policy.AtAdmission).Concat(member.Status == MembershipStatus.Official ? policy.AtRecognition : []);
            Assert.Equal(asked.Where(kind => !held.Contains(kind)).Select(DocumentKindsJson.NameOf).Order(StringComparer.Ordinal), await MissingAsync(member, policy));
        }
    }

    [Theory]
    [InlineData("""{ "atApplication": ["MEMBER_CVS"] }""", "There is no kind of paper 'MEMBER_CVS'")]
    [InlineData("""{ "atApplication": [null] }""", "There is no kind of paper ''")]
    [InlineData("""{ "atAdmission": null }""", "Kinds of papers are a list")]
    [InlineData("""{ "atAdmission": ["SELF_REVIEW"] }""", "asks for SELF_REVIEW twice")]
    [InlineData("""{ "atRecognition": ["OPINIONS", "OPINIONS"] }""", "asks for OPINIONS twice")]
    [InlineData("""{ "joinedFrom": "soon" }""", "could not be converted")]
    [InlineData("""{ "atNoon": [] }""", "has no value 'atNoon'")]
    public void Values_that_say_nothing_of_papers_are_refused(string values, string because) =>
        Assert.Contains(because, Assert.Throws<JsonException>(() => Definition.Checked(values)).Message, StringComparison.Ordinal);

    [Fact]
    public void Values_that_are_decided_on_read_as_clients_know_them()
    {
        Assert.Equal("""{"atAdmission":["ADMISSION_APPRAISAL"]}""", Definition.Checked("""{ "joinedFrom": "2025-01-01", "atAdmission": ["ADMISSION_APPRAISAL"] }"""));
        Assert.Equal("{}", Definition.Checked(Definition.ValuesOver(null)));
    }

    private PolicyDefinition Definition => province.Database.Modules.SelectMany(module => module.Registration.Features.Get<ModulePolicies>()?.All ?? []).Single(policy => policy.Key == FilePaperPolicy.Key);

    private async Task<MemberDocument> RecordAsync(Member member, DocumentKind kind)
    {
        var version = (await province.ReadAsync(member.Id)).Version;
        var recorded = await province.ActAsync<DocumentKeeping, MemberDocument>(keeping => keeping.RecordAsync(
            new RecordMemberDocumentInput { MemberId = member.Id, ExpectedVersion = version, Paper = new PaperDocumentInput { Kind = kind, KeptAt = "Tủ 1" } }, CancellationToken.None));
        Assert.Equal([], recorded.Problems);
        return recorded.Value;
    }

    private async Task ChangeAsync(List<MemberDocument> papers, int index, DocumentKind kind)
    {
        var changed = await province.ActAsync<DocumentKeeping, MemberDocument>(keeping => keeping.ChangeAsync(
            new ChangeMemberDocumentInput { Id = papers[index].Id, ExpectedVersion = papers[index].Version, Paper = new PaperDocumentInput { Kind = kind, KeptAt = "Tủ 2" } },
            CancellationToken.None));
        Assert.Equal([], changed.Problems);
        papers[index] = changed.Value;
    }

    private async Task RemoveAsync(List<MemberDocument> papers, int index)
    {
        var removed = await province.ActAsync<DocumentKeeping, Member>(keeping => keeping.RemoveAsync(
            new RemoveMemberDocumentInput { Id = papers[index].Id, ExpectedVersion = papers[index].Version, Reason = "Nhầm hồ sơ." }, CancellationToken.None));
        Assert.Equal([], removed.Problems);
        papers.RemoveAt(index);
    }

    private Task<string[]> MissingAsync(Member member, FilePaperPolicy policy) => province.Database.ScalarAsync<string[]>(
        TestProvinces.NamDinh,
        $"""
        select coalesce(array_agg(kind order by kind collate "C"), '{"{}"}')
        from members.member_quality as quality
        cross join lateral jsonb_array_elements_text({Defaults} -> 'atApplication' || ({Defaults} -> 'atAdmission') || ({Defaults} -> 'atRecognition')) as kind
        where quality.id = $2
            and (case when quality.is_probationary then members.asked_papers({Defaults}, true) else members.asked_papers({Defaults}, false) end & ~quality.papers & members.paper_bit(kind)) <> 0
        """,
        JsonSerializer.Serialize(policy, EventJson.Options), member.Id);
}
