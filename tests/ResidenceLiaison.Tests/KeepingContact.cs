using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests;

/// <summary>A member of the agency who keeps contact with the first hamlet, each step taken by whose turn it is.</summary>
/// <param name="Member">The member.</param>
/// <param name="Version">The version of the member's record.</param>
/// <param name="Introduction">The introduction, active.</param>
internal sealed record KeepingContact(string Member, int Version, (string Id, int Version) Introduction)
{
    /// <summary>Brings a new member there.</summary>
    /// <param name="province">The world.</param>
    /// <param name="assigned">Whether the member is assigned to the hamlet, rather than introduced to the commune only.</param>
    /// <param name="cell">The member's own cell, of the agency; its office where none is named.</param>
    public static async Task<KeepingContact> NewAsync(LiaisonProvince province, bool assigned = true, string? cell = null)
    {
        var member = await province.AddMemberAsync(cell ?? province.AgencyCell);
        var introduction = await StepAsync(
            province.Workplace, "issueResidenceLetters", await province.IntroductionOfAsync(member.Id), new { receiverId = province.CommuneCommittee, on = "2026-07-01" });
        if (assigned)
        {
            introduction = await StepAsync(province.Commune, "receiveResidenceLetters", introduction, new { on = "2026-07-02" });
            introduction = await StepAsync(province.Commune, "assignResidenceCell", introduction, new { cellId = province.Hamlet, on = "2026-07-03" });
            introduction = await StepAsync(province.HamletSecretary, "informResidenceMembers", introduction, new { on = "2026-07-06" });
        }

        return new KeepingContact(member.Id, member.Version, introduction);
    }
}
