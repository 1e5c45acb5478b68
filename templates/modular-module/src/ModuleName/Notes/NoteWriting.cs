using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Kernel.Texts;
using ModuleName.Data;

namespace ModuleName.Notes;

/// <summary>Writes and changes notes.</summary>
internal sealed class NoteWriting(IWrite<ModuleClassDbContext> write, IOrganizationTree tree)
{
    public async Task<Result<Note>> WriteAsync(WriteModuleClassNoteInput input, CancellationToken cancellationToken)
    {
        if (VietnameseText.Clean(input.Content) is not { Length: > 0 } content)
            return new NoteSaysNothing { Field = "input.content" };
        return await write.RunAsync<Note>(
            async (db, ct) =>
            {
                if (!await MayWriteAsync(db, input.OrganizationId, ct))
                    return new NotFound("Organization") { Field = "input.organizationId" };
                var note = new Note { Id = Guid.CreateVersion7(), OrganizationId = input.OrganizationId, WrittenOn = db.Today };
                note.Say(content);
                db.Notes.Add(note);
                return note;
            },
            cancellationToken);
    }

    public async Task<Result<Note>> ChangeAsync(ChangeModuleClassNoteInput input, CancellationToken cancellationToken)
    {
        if (VietnameseText.Clean(input.Content) is not { Length: > 0 } content)
            return new NoteSaysNothing { Field = "input.content" };
        return await write.RunAsync<Note>(
            async (db, ct) =>
            {
                var note = await db.Notes.SingleOrDefaultAsync(row => row.Id == input.Id, ct);
                if (note is null || !await MayWriteAsync(db, note.OrganizationId, ct))
                    return new NotFound("ModuleClassNote") { Field = "input.id" };
                if (note.Version != input.ExpectedVersion)
                    return new StaleVersion(input.ExpectedVersion, note.Version) { Field = "input.expectedVersion" };
                note.Say(content);
                return note;
            },
            cancellationToken);
    }

    private async Task<bool> MayWriteAsync(ModuleClassDbContext db, Guid organizationId, CancellationToken cancellationToken)
    {
        var place = await tree.FindAsync(organizationId, db.Today, cancellationToken);
        return place is not null && db.Access.ScopeOf(ModuleClassPermissions.Write).Covers(organizationId, place.Path);
    }
}
