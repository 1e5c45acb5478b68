using System.Net;
using Modular.Kernel.Access;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Exports;

/// <summary>What somebody gets who takes a list away as a file: what they could have read, and a trace of it.</summary>
public sealed class ExportTests(ExportWorld world) : IClassFixture<ExportWorld>
{
    [Fact]
    public async Task A_file_has_the_rows_that_its_user_could_read_and_says_where_it_comes_from()
    {
        var (id, state) = await ExportWorld.ExportAsync(world.Requester, ExportWorld.Plain);
        using var answer = await ExportWorld.FetchAsync(world.Requester, id);
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");

        Assert.Equal("READY", state);
        Assert.Equal(("text/csv", $"attachment; filename=export-{id:N}.csv", true), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.ToString(), answer.Headers.CacheControl!.NoStore));
        Assert.Equal(
            ["Full name,Birth date,Organization: Name", "Nguyễn Thị Ánh,1985-02-15,Chi bộ xóm 1", "Trần Văn Bình,1985-02-16,Chi bộ xóm 2", "", "Origin of the file", $"Export,{id}", "Requested by,requester"],
            lines.Take(7));
        Assert.Equal(["Purpose,Rà soát quý IV", "Rows,2", ""], lines[9..]);
    }

    [Theory]
    [InlineData("XLSX", "PK")]
    [InlineData("PDF", "%PDF-1.7")]
    public async Task A_file_is_of_the_kind_that_was_asked_for(string format, string start)
    {
        var (id, state) = await ExportWorld.ExportAsync(world.Requester, ExportWorld.Plain, format);
        using var answer = await ExportWorld.FetchAsync(world.Requester, id);

        Assert.Equal("READY", state);
        Assert.StartsWith(start, System.Text.Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_are_chosen_ordered_and_named()
    {
        var (id, _) = await ExportWorld.ExportAsync(
            world.Requester, ExportWorld.Plain, columns: new object[] { new { path = "organization.name", heading = "=Chi bộ" }, new { path = "fullName" } });
        using var answer = await ExportWorld.FetchAsync(world.Requester, id);

        Assert.StartsWith(
            "\uFEFF'=Chi bộ,Full name\r\nChi bộ xóm 1,Nguyễn Thị Ánh\r\n",
            System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_download_is_logged()
    {
        var (id, _) = await ExportWorld.ExportAsync(world.Requester, ExportWorld.Plain);
        for (var time = 0; time < 2; time++)
        {
            using var answer = await ExportWorld.FetchAsync(world.Requester, id);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(
            ["requester", "requester"],
            await world.Register.Database.ScalarAsync<string[]>(
                TestProvinces.NamDinh, "select array_agg(user_name) from kernel.export_downloads where export_id = $1", id));
    }

    [Fact]
    public async Task A_file_is_only_for_whoever_asked()
    {
        var (id, _) = await ExportWorld.ExportAsync(world.Requester, ExportWorld.Plain);

        foreach (var other in new[] { world.Approver, world.Neighbour, world.Auditor, world.Register.Officer })
        {
            using var answer = await ExportWorld.FetchAsync(other, id);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var nobody = world.Register.Host.Anonymous(TestProvinces.NamDinh);
        using var refused = await ExportWorld.FetchAsync(nobody, id);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task An_export_is_seen_by_whoever_asked_and_by_those_who_may_see_those_of_its_organization()
    {
        var (id, _) = await ExportWorld.ExportAsync(world.Requester, ExportWorld.Plain);
        var global = new GraphQL.CodeFirst.GlobalId("Export", id).ToString();

        foreach (var (client, sees) in new[] { (world.Requester, true), (world.Approver, true), (world.Neighbour, false), (world.Auditor, true), (world.Register.Officer, false) })
        {
            var answer = await client.ExecuteAsync("query ($id: ID!) { export(id: $id) { rowsWritten } node(id: $id) { id } }", new { id = global });
            Assert.Equal((sees, sees), (answer.Data["export"] is not null, answer.Data["node"] is not null));
        }
    }

    [Fact]
    public async Task A_retry_with_the_same_key_makes_no_second_file()
    {
        var first = await ExportWorld.RequestAsync(world.Requester, ExportWorld.Plain, key: "export-once");
        var again = await ExportWorld.RequestAsync(world.Requester, ExportWorld.Plain, key: "export-once");

        Assert.Equal((string)first["export"]!["id"]!, (string)again["export"]!["id"]!);
        await ExportWorld.FollowAsync(world.Requester, (string)first["export"]!["id"]!);
    }

    [Fact]
    public async Task A_file_is_not_given_out_any_more_once_rights_have_shrunk()
    {
        var reading = TestKit.Hosts.TestGrant.InProvince(
            Contracts.MembersPermissions.Read, Organizations.Contracts.OrganizationsPermissions.Read, Kernel.GraphQL.Exports.ExportPermissions.Request);
        var user = await world.Register.Host.AddUserAsync("leaving", TestProvinces.NamDinh, reading);
        using var client = await world.Register.Host.SignInAsync(user);
        var (id, state) = await ExportWorld.ExportAsync(client, ExportWorld.Plain);
        await world.Register.Host.GrantAsync(user, TestKit.Hosts.TestGrant.OfRole(DefaultRoles.CellSecretary, Reach.Organization, GlobalIds.KeyOf(world.Register.FirstCell)));
        await world.Register.Database.ExecuteAsync(
            TestProvinces.NamDinh, "update identity.grants set ended_at = now(), ended_by = 'test', end_reason = 'Moved.' where user_id = $1 and reach = 'PROVINCE'", user.Id);
        var host = world.Register.Host;
        host.Forget(user);

        using var answer = await ExportWorld.FetchAsync(client, id);
        Assert.Equal(("READY", HttpStatusCode.Forbidden), (state, answer.StatusCode));
    }

    [Fact]
    public async Task Content_goes_when_its_time_is_over_and_the_record_stays()
    {
        var (id, _) = await ExportWorld.ExportAsync(world.Requester, ExportWorld.Plain);
        await world.Register.Database.ExecuteAsync(TestProvinces.NamDinh, "update kernel.exports set expires_at = now() - interval '1 hour' where id = $1", id);
        using var late = await ExportWorld.FetchAsync(world.Requester, id);
        await world.Register.Host.TidyExportsAsync(TestProvinces.NamDinh);

        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.Equal(
            "EXPIRED 2 0",
            await world.Register.Database.ScalarAsync<string>(
                TestProvinces.NamDinh,
                "select state || ' ' || rows_written || ' ' || (select count(*) from kernel.export_pieces where export_id = e.id) from kernel.exports e where id = $1", id));
    }

    [Fact]
    public async Task What_a_host_left_when_it_died_is_written_by_another()
    {
        var (id, _) = await ExportWorld.ExportAsync(world.Requester, ExportWorld.Plain);
        var global = new GraphQL.CodeFirst.GlobalId("Export", id).ToString();
        await world.Register.Database.ExecuteAsync(
            TestProvinces.NamDinh,
            "update kernel.exports set state = 'RUNNING', alive_at = now() - interval '2 minutes', rows_written = 1, content_hash = null where id = $1", id);

        Assert.Equal("READY", await ExportWorld.FollowAsync(world.Requester, global));
        using var answer = await ExportWorld.FetchAsync(world.Requester, id);
        Assert.Contains("Rows,2", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_hosts_write_each_export_once()
    {
        await using var second = await world.Register.Host.StartAnotherAsync(new Organizations.OrganizationsModule(), new MembersModule());
        var requested = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ExportWorld.ExportAsync(world.Requester, ExportWorld.Plain)));

        Assert.All(requested, export => Assert.Equal("READY", export.State));
        Assert.Equal(
            "4 of 4, 1 attempt",
            await world.Register.Database.ScalarAsync<string>(
                TestProvinces.NamDinh,
                "select count(*) filter (where rows_written = 2) || ' of ' || count(*) || ', ' || max(attempts) || ' attempt' from kernel.exports where id = any($1)",
                requested.Select(export => export.Id).ToArray()));
    }
}
