using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Members.Badges;
using Modular.Members.Cards;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Discipline;
using Modular.Members.Documents;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Praises;
using Modular.Members.Proposals;
using Modular.Members.Qualifications;
using Modular.Members.Records;
using Modular.Members.Residences;
using Modular.Members.SupplementSlips;

namespace Modular.Members.Transfers.BetweenProvinces;

/// <summary>
/// The member's file (hồ sơ đảng viên), which the origin completes and seals (MEM-23): the person and the facts that hold wherever they are. Cells, flags, dues and procedures
/// stay where they were: they are the origin's.
/// </summary>
internal static class SealedFile
{
    private const string Person = "Member";

    private static readonly string[] OfTheProvince =
        [nameof(Member.Id), nameof(Member.OrganizationId), nameof(Member.Status), nameof(Member.StatusSince), nameof(Member.LeftOn)];

    private static readonly CarriedFacts<StatusPeriod> Statuses = new();

    private static readonly CarriedFacts[] Facts =
    [
        new CarriedFacts<Membership>(), new CarriedFacts<PartyCard>(), new CarriedFacts<CvNumberPeriod>(), new CarriedFacts<Residence>(), new CarriedFacts<Badge>(),
        new CarriedFacts<Praise>(), new CarriedFacts<DisciplinaryMeasure>(), new CarriedFacts<AuthorityNotice>(),
        // Papers are handed over as paper; a scan stays with whoever made it.
        new CarriedFacts<MemberDocument>(null, nameof(MemberDocument.ScanBytes), nameof(MemberDocument.ScanHash), nameof(MemberDocument.ScannedAt)),
        new CarriedFacts<SupplementSlip>(slip => slip.State == ProposalState.Accepted),
    ];

    // The member sheet (2-HSĐV) and the course of education and occupation: on the way back they are what they have become elsewhere. The record comes before the lines that hang on it.
    private static readonly CarriedFacts[] Sheet =
    [
        new CarriedFacts<MemberRecord>(), new CarriedFacts<AdmissionDetail>(), new CarriedFacts<CareerEntry>(), new CarriedFacts<TrainingEntry>(),
        new CarriedFacts<HonourEntry>(), new CarriedFacts<TripAbroad>(), new CarriedFacts<ForeignTie>(), new CarriedFacts<FamilyMember>(),
        new CarriedFacts<FormerQualification>(),
    ];

    /// <summary>The file of a member as it stands.</summary>
    public static async Task<JsonObject> WriteAsync(MembersDbContext db, Member member, CancellationToken cancellationToken)
    {
        var file = new JsonObject { [Person] = CarriedFacts.Write(db.Entry(member)) };
        foreach (var facts in (CarriedFacts[])[.. Facts, .. Sheet, Statuses])
            file[facts.Name] = await facts.WriteAsync(db, member.Id, cancellationToken);
        return file;
    }

    /// <summary>The member's identifier, which no province changes (MEM-09).</summary>
    public static Guid MemberOf(JsonObject file) => file[Person]![nameof(Member.Id)]!.GetValue<Guid>();

    /// <summary>The citizen identity number, where the file has one.</summary>
    public static string? CitizenIdOf(JsonObject file) => file[Person]![nameof(Member.CitizenId)]?.GetValue<string>();

    /// <summary>The person comes into being in this province, with the facts of the file.</summary>
    public static async Task<Member> OpenAsync(MembersDbContext db, JsonObject file, Guid cellId, CancellationToken cancellationToken)
    {
        var member = new Member { Id = MemberOf(file) };
        var written = (JsonObject)file[Person]!;
        CarriedFacts.Fill(db.Entry(member), written, nameof(Member.OrganizationId));
        member.BelongTo(cellId);
        db.Members.Add(member);
        // Facts whose class does not name the member as a relation are written after the member too.
        await db.SaveChangesAsync(cancellationToken);
        await AddFactsAsync(db, file, member, cellId, cancellationToken);
        db.AddRange(await Statuses.ReadNewAsync(db, member.Id, (JsonArray)file[Statuses.Name]!, cancellationToken));
        return member;
    }

    /// <summary>Somebody who once left this province for another comes back: the record goes on with what the file has anew.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="file">The file.</param>
    /// <param name="member">The record here.</param>
    /// <param name="cellId">The cell.</param>
    /// <param name="on">The first day there.</param>
    /// <param name="paperNumber">The paper on which the return rests.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task ReopenAsync(
        MembersDbContext db, JsonObject file, Member member, Guid cellId, DateOnly on, string? paperNumber, CancellationToken cancellationToken)
    {
        CarriedFacts.Fill(db.Entry(member), (JsonObject)file[Person]!, OfTheProvince);
        member.BelongTo(cellId);
        await EndOpenAsync(db.Cards, file, nameof(PartyCard), member.Id, card => card.Valid = card.Valid.EndedBefore(on), cancellationToken);
        await EndOpenAsync(db.CvNumbers, file, nameof(CvNumberPeriod), member.Id, number => number.Valid = number.Valid.EndedBefore(on), cancellationToken);
        await EndOpenAsync(db.Residences, file, nameof(Residence), member.Id, residence => residence.Valid = residence.Valid.EndedBefore(on), cancellationToken);
        await UpdateMembershipsAsync(db, file, member.Id, cancellationToken);
        await AddFactsAsync(db, file, member, cellId, cancellationToken);

        var status = StatusOf(file);
        var left = await db.Statuses.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .SingleAsync(row => row.MemberId == member.Id && row.Valid.UpperBoundInfinite, cancellationToken);
        left.Valid = left.Valid.EndedBefore(on);
        db.Statuses.Add(new StatusPeriod
        {
            Id = Guid.CreateVersion7(),
            MemberId = member.Id,
            Status = status,
            Valid = Periods.From(on),
            DecisionNumber = paperNumber,
        });
        member.Stand(status, on);
    }

    /// <summary>The assignment with which the member begins to be counted here.</summary>
    public static CellAssignment Assignment(Guid memberId, Guid cellId, DateOnly on, Arrival arrival) => new()
    {
        Id = Guid.CreateVersion7(),
        MemberId = memberId,
        OrganizationId = cellId,
        Kind = AssignmentKind.Official,
        Valid = Periods.From(on),
        DecisionNumber = arrival.PaperNumber,
        DecidedOn = arrival.IntroducedOn,
        Reason = arrival.FromProvince,
    };

    private static MembershipStatus StatusOf(JsonObject file) => Enum.Parse<MembershipStatus>(file[Person]![nameof(Member.Status)]!.GetValue<string>());

    private static async Task AddFactsAsync(MembersDbContext db, JsonObject file, Member member, Guid cellId, CancellationToken cancellationToken)
    {
        await WithdrawSlipsAsync(db, file, member.Id, cancellationToken);
        foreach (var facts in Facts)
            Add(db, await facts.ReadNewAsync(db, member.Id, PartOf(file, facts), cancellationToken), cellId);
        // What the file does not speak of was sealed before it could.
        foreach (var facts in Sheet.Where(facts => file.ContainsKey(facts.Name)))
            Add(db, await facts.ReplaceAsync(db, member.Id, PartOf(file, facts), cancellationToken), cellId);
    }

    private static void Add(MembersDbContext db, IReadOnlyList<object> facts, Guid cellId)
    {
        foreach (var fact in facts)
        {
            // What is seen by the cell is seen by the new one.
            if (fact is DisciplinaryMeasure or AuthorityNotice or MemberRecord or MemberDocument or SupplementSlip)
                db.Entry(fact).Property(nameof(MemberRecord.OrganizationId)).CurrentValue = cellId;
            if (fact is Badge)
                db.Entry(fact).Property(nameof(Badge.RoundId)).CurrentValue = null;
            db.Add(fact);
        }
    }

    // A slip that was left here undecided was overtaken by the one of that year that was accepted elsewhere.
    private static async Task WithdrawSlipsAsync(MembersDbContext db, JsonObject file, Guid memberId, CancellationToken cancellationToken)
    {
        var years = (file[nameof(SupplementSlip)] as JsonArray ?? []).Select(written => written![nameof(SupplementSlip.Year)]!.GetValue<int>()).ToArray();
        var left = await db.SupplementSlips.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => row.MemberId == memberId && row.State == ProposalState.Submitted && years.Contains(row.Year)).ToListAsync(cancellationToken);
        foreach (var slip in left)
            slip.Decide(ProposalState.Withdrawn, db.Today);
        if (left.Count > 0)
            await db.SaveChangesAsync(cancellationToken);
    }

    private static JsonArray PartOf(JsonObject file, CarriedFacts facts) => file[facts.Name] as JsonArray ?? [];

    // A card, number or residence that is open here and not in the file was replaced elsewhere.
    private static async Task EndOpenAsync<TFact>(
        DbSet<TFact> known, JsonObject file, string name, Guid memberId, Action<TFact> end, CancellationToken cancellationToken)
        where TFact : class, IDatedFact
    {
        var carried = ((JsonArray)file[name]!).Select(written => written![nameof(IDatedFact.Id)]!.GetValue<Guid>()).ToHashSet();
        var open = await known.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => row.MemberId == memberId && row.Valid.UpperBoundInfinite).ToListAsync(cancellationToken);
        foreach (var fact in open.Where(fact => !carried.Contains(fact.Id)))
            end(fact);
        foreach (var written in ((JsonArray)file[name]!).OfType<JsonObject>())
        {
            if (open.Find(fact => fact.Id == written[nameof(IDatedFact.Id)]!.GetValue<Guid>()) is { } same)
                CarriedFacts.Fill(known.Entry(same), written);
        }
    }

    private static async Task UpdateMembershipsAsync(MembersDbContext db, JsonObject file, Guid memberId, CancellationToken cancellationToken)
    {
        var known = await db.Memberships.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(row => row.MemberId == memberId).ToListAsync(cancellationToken);
        foreach (var written in ((JsonArray)file[nameof(Membership)]!).OfType<JsonObject>())
        {
            if (known.Find(row => row.Id == written[nameof(Membership.Id)]!.GetValue<Guid>()) is { } same)
                CarriedFacts.Fill(db.Entry(same), written);
        }
    }
}
