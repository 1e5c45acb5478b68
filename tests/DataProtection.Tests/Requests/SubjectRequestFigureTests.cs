using Modular.DataProtection.Contracts;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.DataProtection.Tests.Requests;

/// <summary>Requests by kind, with the share of those that were met in time (R37).</summary>
public sealed class SubjectRequestFigureTests(ProtectedRegister register) : IClassFixture<ProtectedRegister>
{
    private const string Figures =
        """
        query ($organization: ID, $from: Date!, $to: Date!) {
          subjectRequestStatistics(organization: $organization, from: $from, to: $to) {
            kind received done refused open extended onTime late acknowledgedLate onTimePercent
          }
        }
        """;

    [Fact]
    public async Task Requests_of_a_period_are_counted_by_kind_with_those_in_time()
    {
        var asked = new List<(string Id, int Version)>();
        for (var number = 0; number < 4; number++)
            asked.Add(await register.RecordAsync(register.EastMember, "KNOW", "2026-03-02"));
        await CloseAsync(await StepsAsync(asked[0]), "completeSubjectRequest", new { result = "Đã trả lời." }, "2026-03-12");
        await CloseAsync(await StepsAsync(asked[1]), "completeSubjectRequest", new { result = "Đã trả lời." }, "2026-03-11");
        await CloseAsync(await StepsAsync(asked[2]), "refuseSubjectRequest", new { ground = "REPEATED", reason = "Đã trả lời." }, "2026-03-13");
        await register.RecordAsync(register.WestMember, "CORRECT", "2026-03-31");
        await register.RecordAsync(register.WestMember, "CORRECT", "2026-04-01");

        (await AskAsync(register.Officer, null)).HasData(
            """
            { "subjectRequestStatistics": [
              { "kind": "CORRECT", "received": 1, "done": 0, "refused": 0, "open": 1, "extended": 0, "onTime": 0, "late": 1, "acknowledgedLate": 1, "onTimePercent": 0 },
              { "kind": "KNOW", "received": 4, "done": 2, "refused": 1, "open": 1, "extended": 0, "onTime": 2, "late": 2, "acknowledgedLate": 1, "onTimePercent": 50 }] }
            """);
        (await AskAsync(register.Officer, register.WestCommune)).HasData(
            """
            { "subjectRequestStatistics": [
              { "kind": "CORRECT", "received": 1, "done": 0, "refused": 0, "open": 1, "extended": 0, "onTime": 0, "late": 1, "acknowledgedLate": 1, "onTimePercent": 0 }] }
            """);
        using var west = await register.SignInAsync(
            "counts.west", memberId: null, TestGrant.Below(ProtectedRegister.KeyOf(register.WestCommune), DataProtectionPermissions.ReadRequests));
        Assert.Equal((await AskAsync(register.Officer, register.WestCommune)).Data.ToJsonString(), (await AskAsync(west, null)).Data.ToJsonString());
        using var nobody = await register.SignInAsync("counts.nothing", memberId: null, TestGrant.InProvince(DataProtectionPermissions.ReadBreaches));
        Assert.Equal(["FORBIDDEN"], (await AskAsync(nobody, null)).ErrorCodes);
    }

    private static Task<GraphQLAnswer> AskAsync(TestClient client, string? organization) =>
        client.ExecuteAsync(Figures, new { organization, from = "2026-03-01", to = "2026-03-31" });

    private async Task<(string Id, int Version)> StepsAsync((string Id, int Version) request)
    {
        request = await register.Officer.StepAsync("acknowledgeSubjectRequest", request);
        return await register.Officer.StepAsync("startSubjectRequest", request);
    }

    /// <summary>Closes a request, and has it closed and acknowledged on a day of that March.</summary>
    private async Task CloseAsync((string Id, int Version) request, string mutation, object how, string day)
    {
        await register.Officer.StepAsync(mutation, request, how);
        await register.Host.Database.ExecuteAsync(
            TestProvinces.NamDinh,
            $"update data_protection.subject_request set acknowledged_at = '2026-03-03 12:00+07', closed_at = '{day} 12:00+07' where id = $1",
            ProtectedRegister.KeyOf(request.Id));
    }
}
