using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Imports;
using Modular.Members.Contracts;
using Xunit;

namespace Modular.Members.Tests.Imports;

public sealed class FormerMembersTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private const string Header =
        "full_name,birth_date,sex,citizen_id,ethnic_group,joined_on,official_on,card_number,cv_number,cell_code,left_as,left_on,"
        + "leaving_decision_number,leaving_decided_on,leaving_decided_by\n";

    [Fact]
    public async Task Who_has_left_the_Party_is_taken_in_with_the_facts_that_leaving_ends()
    {
        var batch = await province.ImportAsync(
            Header
            + "Trần Văn Ra,1980,Nam,036080900771,Kinh,03/02/2005,03/02/2006,36900771,900771ND,36.01.001.001,Khai trừ,20/10/2022,12-QĐ/UBKT,18/10/2022,Huyện ủy\n");

        Assert.Equal(("", ImportState.Applied), (await province.VerdictsAsync(batch), batch.State));
        var member = await province.ReadAsync(db => db.Members.SingleAsync(row => row.CvNumber == "900771ND"));
        Assert.Equal(
            (MembershipStatus.Expelled, new DateOnly(2022, 10, 20), new DateOnly(2022, 10, 20), null),
            (member.Status, member.StatusSince, member.LeftOn, member.CardNumber));
        Assert.Equal(
            ["PROBATIONARY [2005-02-03,2006-02-03)", "OFFICIAL [2006-02-03,2022-10-20)", "EXPELLED [2022-10-20,)"],
            await province.FactsAsync("members.membership_status", "status", member.Id));
        Assert.Equal(["OFFICIAL [2015-03-02,2022-10-20)"], await province.FactsAsync("members.cell_assignment", "kind", member.Id));
        Assert.Equal(["36900771 [2006-02-03,2022-10-20)"], await province.FactsAsync("members.party_card", "number", member.Id));
        Assert.Equal(["RETURNED [2006-02-03,2022-10-20)"], await province.FactsAsync("members.party_card", "ended_because", member.Id));
    }

    [Fact]
    public async Task What_does_not_fit_about_leaving_is_said_of_its_cell()
    {
        var batch = await province.ImportAsync(
            Header
            + "A B,1980,Nam,036080900781,Kinh,03/02/2005,03/02/2006,,,36.01.001.001,Khai trừ,,,,\n"
            + "A C,1980,Nam,036080900782,Kinh,03/02/2023,,,,36.01.001.001,Khai trừ,20/06/2023,1-QĐ,19/06/2023,\n"
            + "A D,1980,Nam,036080900783,Kinh,03/02/2005,03/02/2006,,,36.01.001.001,Xóa tên,01/01/2006,1-QĐ,01/01/2006,\n"
            + "A E,1980,Nam,036080900784,Kinh,,,,,36.01.001.001,Xin ra,01/01/2020,,,\n");

        Assert.Equal(ImportState.Refused, batch.State);
        Assert.Equal(
            """
            2 left_on Error LEAVING_TAKES_FORM_AND_DAY: Whoever left the Party needs both how and when.
            2 leaving_decision_number Warning LEAVING_RESTS_ON_A_DECISION: The number and date of the decision on leaving are missing.
            3 left_as Error PROBATIONARY_MEMBERS_ARE_NOT_EXPELLED: A probationary member is not expelled; who is not qualified is removed from the list.
            4 left_on Error LEAVING_IS_NOT_AFTER_EARLIER_FACTS: The day of leaving must be after 02/03/2015, the day of the latest other fact.
            5 status Error STATUS_IS_NOT_KNOWN: The status, the date of joining or the official date is needed.
            5 leaving_decision_number Warning LEAVING_RESTS_ON_A_DECISION: The number and date of the decision on leaving are missing.
            """,
            await province.VerdictsAsync(batch));
    }
}
