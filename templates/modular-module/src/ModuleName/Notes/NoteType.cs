using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using ModuleName.Data;

namespace ModuleName.Notes;

internal sealed class NoteType : EntityType<Note, ModuleClassDbContext>
{
    protected override void Define(EntityTypeBuilder<Note> note)
    {
        note.Name("ModuleClassNote").Requires(ModuleClassPermissions.Read).IsNode();
        note.Describe("A note about an organization (ghi chú).");
        note.Field(n => n.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        note.Field(n => n.WrittenOn, DataClass.Internal);
        note.Field(n => n.Content, DataClass.Internal);
        note.Reference("organization", "Organization", n => n.OrganizationId, "The organization.", DataClass.Internal);
        note.FilterByOrganization("organization", "Those about an organization, or about all below it.", n => n.OrganizationId).Filter(n => n.WrittenOn);
        note.Sortable("WRITTEN", n => n.WrittenOn).SortedBy("WRITTEN", descending: true);
    }
}

internal sealed class NoteQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<Note>("moduleFieldNote", "One note.");
        query.Connection<Note>("moduleFieldNotes", "Notes about organizations that the user reaches.");
    }
}

/// <summary>What the module adds to organizations.</summary>
internal sealed class OrganizationNotes() : EntityTypeExtension("Organization")
{
    protected override void Define(EntityExtensionBuilder organization) =>
        organization.Connection<Note>("moduleFieldNotes", n => n.OrganizationId, "Notes about the organization.").IncludesSubtree();
}
