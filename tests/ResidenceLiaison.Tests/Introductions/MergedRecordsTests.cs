using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Introductions;

/// <summary>Two records of one person that were both introduced become one (MEM-08).</summary>
public sealed class MergedRecordsTests(LiaisonProvince province)
{
    private static readonly object Document = new { number = "3-TB/ĐU", decidedOn = "2026-10-05", authority = "Đảng ủy Sở Xây dựng" };

    [Fact]
    public async Task The_introduction_of_the_record_that_stays_goes_on_and_the_other_ends_and_comes_back_when_the_merge_is_undone()
    {
        var (kept, dropped) = (await KeepingContact.NewAsync(province), await KeepingContact.NewAsync(province, assigned: false));
        // Two numbers of identity would be two persons.
        await province.Host.Database.ExecuteAsync(TestProvinces.NamDinh, "update members.member set citizen_id = null where id = $1", KeyOf(dropped.Member));
        var merger = await province.SignInAsync(
            $"merger.{province.NextNumber()}", null, TestGrant.InProvince("members.read", "members.read-sensitive", "members.merge"));
        var proposed = (string)(await DoAsync(
            province.Officer, "proposeMemberMerge",
            new
            {
                keptId = kept.Member,
                keptVersion = await VersionAsync(kept.Member),
                droppedId = dropped.Member,
                droppedVersion = await VersionAsync(dropped.Member),
                reason = "Một người hai hồ sơ.",
                document = Document,
            },
            "memberMerge { key }"))["memberMerge"]!["key"]!;
        await DoAsync(
            merger, "mergeMembers",
            new { key = proposed, expectedVersion = 1, keptVersion = await VersionAsync(kept.Member), droppedVersion = await VersionAsync(dropped.Member) }, "memberMerge { state }");

        Assert.Equal("ACTIVE ENDED/MERGED", await OfAsync(kept.Member));
        var undone = await DoAsync(merger, "undoMemberMerge", new { key = proposed, expectedVersion = 2, reason = "Nhầm." }, "memberMerge { state }");
        Assert.Equal("UNDONE", (string)undone["memberMerge"]!["state"]!);
        Assert.Equal(("ACTIVE", "LETTER_ISSUED"), (await OfAsync(kept.Member), await OfAsync(dropped.Member)));
    }

    private async Task<int> VersionAsync(string member) =>
        (int)(await province.Officer.ExecuteAsync("query ($id: ID!) { member(id: $id) { version } }", new { id = member })).Data["member"]!["version"]!;

    private async Task<string> OfAsync(string member)
    {
        var answer = await province.Officer.ExecuteAsync(
            "query ($id: ID!) { member(id: $id) { residenceIntroductions { nodes { state closingReason } } } }", new { id = member });
        return string.Join(' ', answer.Data["member"]!["residenceIntroductions"]!["nodes"]!.AsArray()
            .Select(node => node!["closingReason"] is { } reason ? $"{node["state"]}/{reason}" : (string)node["state"]!).Order(StringComparer.Ordinal));
    }
}
