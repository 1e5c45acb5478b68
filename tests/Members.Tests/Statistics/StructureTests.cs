using System.Text.Json.Nodes;
using Modular.Members.Contracts;
using Modular.Organizations.Contracts;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.Statistics;

/// <summary>The structure of the membership as of any day, and who sees which part of it.</summary>
[Collection(StatisticsProvince.Name)]
public sealed class StructureTests(Register register)
{
    private const string Structure =
        """
        query Structure($id: ID!, $day: Date) { organization(id: $id) {
          membershipStructure(asOf: $day) { asOf members averageAge groups { dimension code title members percent } }
          membershipReligions(asOf: $day) { code members } } }
        """;

    [Fact]
    public async Task Members_are_counted_by_all_that_is_known_of_them_as_of_the_day_with_all_below()
    {
        var (commune, cell) = await register.CommuneAsync("36.01.051");
        await register.CountAsync(cell, 5101, sex: "FEMALE", born: "1985-06-30", religion: "CATHOLICISM");
        await register.CountAsync(cell, 5102, sex: "MALE", born: "1985-07-01", religion: null);
        await register.CountAsync(cell, 5103, sex: "MALE", born: "1950-01-01", religion: "NONE", since: "2020-01-06");

        var answer = (await register.Officer.ExecuteAsync(Structure, new { id = commune, day = "2021-06-30" })).Data["organization"]!;
        var earlier = (await register.Officer.ExecuteAsync(Structure, new { id = commune, day = "2019-12-31" })).Data["organization"]!;
        var today = (await register.Officer.ExecuteAsync(Structure, new { id = commune, day = (string?)null })).Data["organization"]!;

        // 36 on the day itself, 35 until tomorrow, and 71.
        Assert.Equal("2021-06-30: 3, 47.8", Summary(answer));
        Assert.Equal(
            [
                "STATUS OFFICIAL Official 3 100", "SEX FEMALE Female 1 33.3", "SEX MALE Male 2 66.7", "AGE 31-35 31 to 35 1 33.3", "AGE 36-40 36 to 40 1 33.3",
                "AGE 61- 61 and more 1 33.3", "SENIORITY 10-19 10 to 19 3 100", "ADMISSION_PERIOD 1975-05-01/ From 1975-05-01 3 100",
                "OCCUPATION - Not recorded 3 100", "GENERAL_EDUCATION UPPER_SECONDARY Upper secondary 3 100", "PROFESSIONAL_LEVEL - Not recorded 3 100",
                "POLITICAL_THEORY - Not recorded 3 100", "ETHNIC_GROUP KINH Kinh 3 100",
            ],
            Groups(answer));
        Assert.Equal("2019-12-31: 2, 34.5", Summary(earlier));
        Assert.Equal("""[{"code":"NONE","members":1},{"code":"CATHOLICISM","members":1},{"code":null,"members":1}]""", answer["membershipReligions"]!.ToJsonString());
        Assert.Equal(3, (int)today["membershipStructure"]!["members"]!);
    }

    [Fact]
    public async Task Figures_are_shown_where_counting_reaches_and_religions_where_they_may_be_read()
    {
        var (commune, cell) = await register.CommuneAsync("36.01.052");
        await register.CountAsync(cell, 5201, sex: "FEMALE", born: "1985-06-30", religion: "CATHOLICISM");
        using var clerk = await register.SignInAsync(
            "structure.clerk", TestGrant.Below(GlobalIds.KeyOf(commune), [MembersPermissions.Count, OrganizationsPermissions.Read]));

        var own = await clerk.ExecuteAsync(Structure, new { id = commune, day = "2021-06-30" });
        var other = await clerk.ExecuteAsync(
            "query ($id: ID!) { organization(id: $id) { membershipStructure { members } } }", new { id = register.EastCommune });

        Assert.Equal("FORBIDDEN", Assert.Single(own.ErrorCodes));
        other.HasData("""{ "organization": { "membershipStructure": null } }""");
    }

    private static string Summary(JsonNode organization)
    {
        var structure = organization["membershipStructure"]!;
        return $"{structure["asOf"]}: {structure["members"]}, {structure["averageAge"]}";
    }

    private static string[] Groups(JsonNode organization) =>
    [
        .. organization["membershipStructure"]!["groups"]!.AsArray()
            .Select(group => $"{group!["dimension"]} {group["code"]?.ToString() ?? "-"} {group["title"]} {group["members"]} {group["percent"]}"),
    ];
}
