using Modular.Organizations.Contracts;
using Xunit;

namespace Modular.Members.Tests.Statistics;

/// <summary>Communes and members for figures, each with numbers of their own.</summary>
internal static class StatisticsFixtures
{
    /// <summary>A commune with one cell.</summary>
    public static async Task<(string Commune, string Cell)> CommuneAsync(this Register register, string code)
    {
        var commune = await register.FoundAsync(register.District, OrganizationKinds.GrassrootsCommittee, $"Đảng bộ xã {code}", code);
        return (commune, await register.FoundAsync(commune, OrganizationKinds.Cell, $"Chi bộ {code}", $"{code}.001"));
    }

    /// <summary>Registers an official member of these values.</summary>
    public static async Task<string> CountAsync(
        this Register register, string cell, int number, string sex, string born, string? religion = null, string since = "2016-01-05", string? occupation = null)
    {
        var input = new
        {
            organizationId = cell,
            since,
            status = "OFFICIAL",
            person = new
            {
                fullName = $"Vũ Thị {(char)('A' + (number % 26))}",
                sex,
                birthDate = born,
                citizenId = $"0361{number:00000000}",
                ethnicGroup = "KINH",
                religion,
                occupation,
                generalEducation = "UPPER_SECONDARY",
            },
            membership = new { admissionDecidedOn = "2010-04-20", ceremonyOn = "2010-05-19", officialOn = "2011-05-19" },
            card = new { number = $"36{number:000000}" },
            cvNumber = $"{number:000000}ND",
        };
        var answer = await register.Officer.ExecuteAsync(Register.RegisterMember, new { input });
        Assert.Equal("[]", answer.Data["registerMember"]!["errors"]!.ToJsonString());
        return (string)answer.Data["registerMember"]!["member"]!["id"]!;
    }

    /// <summary>Writes into the member sheet what forms count of it: Youth Union, academic title, a spouse of another nationality.</summary>
    public static async Task SheetAsync(this Register register, string member, string youthUnionJoinedOn, string? academicTitle, string nationality)
    {
        var input = new
        {
            memberId = member,
            expectedVersion = 1,
            changes = new
            {
                particulars = new { youthUnionJoinedOn, academicTitle },
                family = new { put = new[] { new { relation = "SPOUSE", fullName = "Anna Maria", nationality } } },
            },
        };
        var answer = await register.Officer.ExecuteAsync(
            "mutation ($input: UpdateMemberRecordInput!) { updateMemberRecord(input: $input) { errors { __typename ... on Problem { message } } } }", new { input });
        Assert.Equal("[]", answer.Data["updateMemberRecord"]!["errors"]!.ToJsonString());
    }

    /// <summary>Registers a probationary member, admitted on a day.</summary>
    public static async Task AdmitAsync(this Register register, string cell, int number, string admitted)
    {
        var input = new
        {
            organizationId = cell,
            since = admitted,
            status = "PROBATIONARY",
            person = new { fullName = $"Đỗ Văn {(char)('A' + (number % 26))}", sex = "MALE", birthDate = "1999-09-09", citizenId = $"0361{number:00000000}", ethnicGroup = "TAY" },
            membership = new { admissionDecidedOn = admitted, ceremonyOn = admitted },
        };
        var answer = await register.Officer.ExecuteAsync(Register.RegisterMember, new { input });
        Assert.Equal("[]", answer.Data["registerMember"]!["errors"]!.ToJsonString());
    }
}
