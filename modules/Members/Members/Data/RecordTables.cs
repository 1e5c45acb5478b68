using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Retention;
using Modular.Members.ChangeRequests;
using Modular.Members.Contracts;
using Modular.Members.Documents;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Proposals;
using Modular.Members.Quality;
using Modular.Members.Records;
using Modular.Members.SupplementSlips;

namespace Modular.Members.Data;

/// <summary>The tables of the member sheet: seen by whoever may read the record at the member's cell, and by the member.</summary>
internal static class RecordTables
{
    public static void Map(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<MemberRecord>(record =>
        {
            record.ToTable("member_record");
            record.HasKey(row => new { row.ProvinceId, row.Id });
            record.HasOne<Member>().WithOne().HasForeignKey<MemberRecord>(row => new { row.ProvinceId, row.Id }).OnDelete(DeleteBehavior.NoAction);
            record.ScopedBy(row => row.OrganizationId, MembersPermissions.ReadRecord).SelfIs(row => row.Id).RecordsHistory();
        });
        MapEntry<AdmissionDetail>(modelBuilder, "admission_detail");
        MapEntry<CareerEntry>(modelBuilder, "career_entry");
        MapEntry<TrainingEntry>(modelBuilder, "training_entry");
        MapEntry<HonourEntry>(modelBuilder, "honour_entry");
        MapEntry<TripAbroad>(modelBuilder, "trip_abroad");
        MapEntry<ForeignTie>(modelBuilder, "foreign_tie");
        MapEntry<FamilyMember>(modelBuilder, "family_member");
        MapProposal<SupplementSlip>(modelBuilder, "supplement_slip");
        MapProposal<RecordChangeRequest>(modelBuilder, "record_change_request");
        MapDocuments(modelBuilder);
        modelBuilder.Entity<MemberQuality>(quality =>
        {
            quality.ToTable("member_quality");
            quality.HasKey(row => new { row.ProvinceId, row.Id });
            quality.HasOne<Member>().WithOne().HasForeignKey<MemberQuality>(row => new { row.ProvinceId, row.Id }).OnDelete(DeleteBehavior.Cascade);
            quality.Property(row => row.Findings).KeptWhenErased("Names of rules; they say nothing of a person.");
            quality.Property(row => row.Papers).KeptWhenErased("Which kinds of papers there are; it follows the papers themselves.");
            quality.ScopedBy(row => row.OrganizationId, MembersPermissions.Read).SelfIs(row => row.Id);
        });
    }

    private static void MapEntry<TEntry>(ModelBuilder modelBuilder, string table)
        where TEntry : class, IMemberFact => modelBuilder.Entity<TEntry>(entry =>
        {
            entry.ToTable(table);
            entry.HasKey(nameof(IMemberFact.ProvinceId), nameof(IMemberFact.Id));
            entry.HasOne<MemberRecord>().WithMany().HasForeignKey(nameof(IMemberFact.ProvinceId), nameof(IMemberFact.MemberId)).OnDelete(DeleteBehavior.NoAction);
            entry.ScopedThrough(row => row.MemberId, typeof(MemberRecord)).RecordsHistory();
        });

    private static void MapDocuments(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<MemberDocument>(document =>
        {
            document.ToTable("member_document");
            document.HasKey(row => new { row.ProvinceId, row.Id });
            document.Property(row => row.Version).IsVersion();
            document.HasOne<Member>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.MemberId }).OnDelete(DeleteBehavior.NoAction);
            document.Property(row => row.KeptAt).KeptWhenErased("Where a paper lies is needed to destroy it too.");
            document.RetainedAs(RetentionClass.Document);
            document.ScopedBy(row => row.OrganizationId, MembersPermissions.ReadRecord).SelfIs(row => row.MemberId).RecordsHistory();
        });
        modelBuilder.Entity<DocumentScan>(scan =>
        {
            scan.ToTable("document_scan");
            scan.HasKey(row => new { row.ProvinceId, row.Id });
            scan.HasOne<MemberDocument>().WithOne().HasForeignKey<DocumentScan>(row => new { row.ProvinceId, row.Id }).OnDelete(DeleteBehavior.NoAction);
            scan.ScopedThrough(row => row.Id, typeof(MemberDocument));
        });
    }

    private static void MapProposal<TProposal>(ModelBuilder modelBuilder, string table)
        where TProposal : MemberProposal => modelBuilder.Entity<TProposal>(proposal =>
        {
            proposal.ToTable(table);
            proposal.HasKey(row => new { row.ProvinceId, row.Id });
            proposal.Property(row => row.Version).IsVersion();
            // They may hold contact data, so they go with those.
            proposal.Property(row => row.Changes).HasColumnType("jsonb").ErasedTo("'{}'::jsonb").RetainedAs(RetentionClass.Contact);
            proposal.Property(row => row.Lines).HasColumnType("jsonb").ErasedTo("'[]'::jsonb").RetainedAs(RetentionClass.Contact);
            proposal.HasOne<Member>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.MemberId }).OnDelete(DeleteBehavior.NoAction);
            proposal.ScopedBy(row => row.OrganizationId, MembersPermissions.Read).SelfIs(row => row.MemberId).RecordsHistory();
        });
}
