using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>The tables of comments.</summary>
internal static class CommentMapping
{
    private const string EndedByMerging = "state = 'CANCELLED', closed_on = $4, closing_reason = 'MERGED'";

    /// <summary>Maps them.</summary>
    public static void Map(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CommentRound>(round =>
        {
            round.ToTable("comment_round");
            round.HasKey(row => new { row.ProvinceId, row.Id });
            round.Property(row => row.Version).IsVersion();
            round.ScopedBy(row => row.OrganizationId, ResidenceLiaisonPermissions.ReadComments).RecordsHistory();
        });
        modelBuilder.Entity<CommentRequest>(request =>
        {
            request.ToTable("comment_request");
            request.HasKey(row => new { row.ProvinceId, row.Id });
            request.Property(row => row.Version).IsVersion();
            request.HasOne<CommentRound>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.RoundId }).IsRequired(false).OnDelete(DeleteBehavior.NoAction);
            request.ScopedBy(row => row.OwnCellId, ResidenceLiaisonPermissions.ReadComments).ScopedBy(row => row.ReceiverId, ResidenceLiaisonPermissions.ReadComments)
                .ScopedBy(row => row.CellId, ResidenceLiaisonPermissions.ReadComments).SelfIs(row => row.MemberId).RecordsHistory();
            request.EndsWhenMerged(EndedByMerging);
        });
        modelBuilder.Entity<Comment>(comment =>
        {
            comment.ToTable("comment");
            comment.HasKey(row => new { row.ProvinceId, row.Id });
            comment.Property(row => row.Version).IsVersion();
            comment.HasOne<CommentRequest>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.RequestId }).OnDelete(DeleteBehavior.NoAction);
            // What is being written is the residence's; the workplace sees what was sent, the member what they were told of.
            comment.ScopedBy(row => row.CellId, ResidenceLiaisonPermissions.ReadComments).ScopedBy(row => row.ReceiverId, ResidenceLiaisonPermissions.ReadComments)
                .ScopedBy(row => row.WorkplaceCellId, ResidenceLiaisonPermissions.ReadComments).SelfIs(row => row.ToldMemberId).RecordsHistory();
            comment.Property(row => row.Marks).HasColumnType("jsonb").ErasedTo("'{}'::jsonb");
            comment.Property(row => row.TextKey).ErasedTo("null");
            comment.Property(row => row.Level).KeptWhenErased("Figures of the year are made of it.");
            comment.Property(row => row.FrontRepresentative).KeptWhenErased("Who spoke for the Front is no datum of the member.");
            comment.Property(row => row.SignedBy).KeptWhenErased("Who signed for the cell is no datum of the member.");
            comment.Property(row => row.CertifiedBy).KeptWhenErased("Who certified for the committee is no datum of the member.");
        });
        modelBuilder.Entity<CommentCount>(count =>
        {
            count.ToTable("comment_count");
            count.HasKey(row => new { row.ProvinceId, row.OrganizationId, row.Side, row.Year, row.DueOn });
            count.NotScoped("How many comments are due and sent is no personal data; the permissions of the fields guard it.");
        });
    }
}
