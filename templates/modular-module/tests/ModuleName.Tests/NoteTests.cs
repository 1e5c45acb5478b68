using Modular.TestKit.Modules;
using Xunit;

namespace ModuleName.Tests;

public sealed class NoteTests(ModuleClassHost host)
{
    private const string Write =
        """
        mutation ($input: WriteModuleClassNoteInput!) {
          writeModuleClassNote(input: $input) { moduleFieldNote { content organization { name } } errors { ... on Problem { code field } } }
        }
        """;

    [Fact]
    public async Task A_note_is_written_and_shown_at_its_organization()
    {
        var written = await host.Grassroots.ExecuteAsync(Write, new { input = new { organizationId = host.Committee, content = "Đã kiểm tra." } });

        written.HasData(
            """
            { "writeModuleClassNote": {
              "moduleFieldNote": { "content": "Đã kiểm tra.", "organization": { "name": "Đảng bộ xã Giao Hà" } },
              "errors": [] } }
            """);
        var shown = await host.Officer.ExecuteAsync(
            "query ($id: ID!) { organization(id: $id) { moduleFieldNotes(first: 10) { nodes { content } } } }", new { id = host.Committee });
        shown.HasData("""{ "organization": { "moduleFieldNotes": { "nodes": [ { "content": "Đã kiểm tra." } ] } } }""");
    }

    [Theory]
    [InlineData(true, "  ", "NOTE_SAYS_NOTHING", "input.content")]
    [InlineData(false, "Đã kiểm tra.", "NOT_FOUND", "input.organizationId")]
    public async Task What_is_empty_or_out_of_reach_is_refused(bool isOwn, string content, string code, string field)
    {
        var refused = await host.Grassroots.ExecuteAsync(Write, new { input = new { organizationId = isOwn ? host.Committee : host.Province, content } });

        refused.HasData($$"""{ "writeModuleClassNote": { "moduleFieldNote": null, "errors": [ { "code": "{{code}}", "field": "{{field}}" } ] } }""");
    }

    [Fact]
    public async Task The_module_keeps_to_what_every_module_keeps_to() => Assert.Equal([], await ModuleRules.ViolationsAsync(host.Host.Database, "module-id"));
}
