using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Downloads;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Postgres.Policies;
using Modular.Kernel.Postgres.Provinces.Merging;
using Modular.Kernel.Postgres.WorkItems;
using Modular.Members.Badges;
using Modular.Members.Badges.Importing;
using Modular.Members.Cards;
using Modular.Members.Cards.Checks;
using Modular.Members.Cards.Checks.Importing;
using Modular.Members.Cards.Importing;
using Modular.Members.Cards.Numbers;
using Modular.Members.Cards.Numbers.Importing;
using Modular.Members.Cells;
using Modular.Members.ChangeRequests;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Deaths;
using Modular.Members.Discipline;
using Modular.Members.Discipline.Importing;
using Modular.Members.Documents;
using Modular.Members.Dues;
using Modular.Members.Duplicates;
using Modular.Members.Editing;
using Modular.Members.Exemptions;
using Modular.Members.Exemptions.Importing;
using Modular.Members.Flags;
using Modular.Members.Forms;
using Modular.Members.Imports;
using Modular.Members.Losses;
using Modular.Members.Matching;
using Modular.Members.Memberships;
using Modular.Members.MergedProvinces;
using Modular.Members.Merging;
using Modular.Members.Movement;
using Modular.Members.People;
using Modular.Members.Praises;
using Modular.Members.Praises.Importing;
using Modular.Members.Proposals;
using Modular.Members.Quality;
using Modular.Members.Records;
using Modular.Members.Registration;
using Modular.Members.Reports;
using Modular.Members.Residences;
using Modular.Members.Statistics;
using Modular.Members.Supplementing;
using Modular.Members.SupplementSlips;
using Modular.Members.Suspensions;
using Modular.Members.Transfers;
using Modular.Members.Transfers.BetweenProvinces;
using Modular.Members.Transfers.Following;
using Modular.Members.Votes;
using Modular.Members.WorkItems;
using Modular.Organizations.Contracts;

namespace Modular.Members;

/// <summary>The register of members: persons, memberships, cells, cards, residences.</summary>
[Module("members", Title = "Members", VietnameseTitle = "Đảng viên")]
[DependsOn<OrganizationsContract>]
public sealed class MembersModule : ModularModule
{
    /// <inheritdoc />
    public override void Register(ModuleBuilder module)
    {
        module
            .Database<MembersDbContext>("members")
            .Permissions(MemberPermissionDefinitions.All)
            .GraphQL()
            .Policy<AdmissionPolicy>()
            .Policy<SuspensionPolicy>()
            .Policy<TransferPolicy>()
            .Policy<TransferRoutingPolicy>()
            .Policy<ProbationDeadlinePolicy>()
            .Policy<TransferDeadlinePolicy>()
            .Policy<SuspensionDeadlinePolicy>()
            .Policy<CellMinimumPolicy>()
            .WorkItems(new ProbationEnds(), new TransferPending(), new SuspensionEnds(), new CellBelowMinimum(), new TransferToIntroduce(), new TransferNotPresented(), new TemporaryStayEnds())
            .Policy<BadgePolicy>()
            .Policy<DisciplinePolicy>()
            .Policy<SlipPolicy>()
            .Policy<CardPolicy>()
            .Policy<ExemptionPolicy>()
            .Policy<DuesPolicy>()
            .Policy<MergePolicy>()
            .Policy<StructurePolicy>()
            .Policy<FormsPolicy>()
            .Policy<RecordPolicy>()
            .Policy<QualityPolicy>()
            .Policy<DocumentPolicy>()
            .Policy<MemberCvPolicy>()
            .Policy<FilePaperPolicy>()
            .Policy<FileLossPolicy>()
            .Policy<PaperSignerPolicy>()
            .WorkItems(new CvToWrite(), new FileToRestore())
            .Download<ScanDownload>(ScanDownload.Name)
            .Policy<SupplementSlipPolicy>()
            .Policy<RecordChangePolicy>()
            .WorkItems(new SupplementSlipsMissing(), new RecordChangeToDecide())
            .Policy<ReportPolicy>()
            .WorkItems(new ReportsDue(), new ReportToReceive())
            .Download<ReportDownload>(ReportDownload.Name)
            .WorkItems(new BadgeRoundDue(), new BadgesToReturn())
            .WorkItems(new DisciplinaryDecisionDue(), new DisciplineComplaintDue(), new StateNoticeDue(), new JusticeNoticeDue(), new SlipToSend(), new DuesUnpaid(), new ExemptionToReport(), new ExemptionEnds(), new CardToReplace(), new CardToReturn())
            .Policy<MatchPolicy>()
            .WorkItems(new ArrivalToAccept(), new MatchRunToWorkOff())
            .Handles<PaperArrived, WhenPaperArrives>()
            .Handles<PaperRecalled, WhenPaperIsRecalled>()
            .Handles<PaperAnswered, WhenPaperIsAnswered>()
            .Handles<OrganizationSucceeded, WhenOrganizationIsSucceeded>()
            .Handles<OrganizationEnded, WhenOrganizationEnded>()
            .Imports(new MemberImport(), new DuesImport(), new MatchImport(), new SupplementImport(overwrites: false), new SupplementImport(overwrites: true), new CardImport(), new BadgeImport(), new PraiseImport(), new DisciplineImport())
            .Imports(new CardCheckImport(), new CvNumberImport(), new ExemptionImport());
        module.Services
            .AddScoped<MemberFiles>()
            .AddScoped<OpenCells>()
            .AddScoped<MemberRegistration>()
            .AddScoped<NewcomerDuplicates>()
            .AddScoped<DuplicateSearch>()
            .AddScoped<PersonsTelling>()
            .AddScoped<MatchDeciding>()
            .AddScoped<MatchClosing>()
            .AddScoped<MergeRules>()
            .AddScoped<MergeCarrying>()
            .AddScoped<MemberMerging>()
            .AddScoped<MemberChangeRules>()
            .AddScoped<MemberEditing>()
            .AddScoped<FactCorrection>()
            .AddScoped<MemberStatusChange>()
            .AddScoped<InternalMove>()
            .AddScoped<TransferRoutes>()
            .AddScoped<TransferPapers>()
            .AddScoped<TransferMoves>()
            .AddScoped<TransferRequests>()
            .AddScoped<PaperSigners>()
            .AddScoped<TransferSigning>()
            .AddScoped<TransferAcceptance>()
            .AddScoped<TransferClosing>()
            .AddScoped<TemporaryStays>()
            .AddScoped<PaperSending>()
            .AddScoped<ArrivalRules>()
            .AddScoped<ArrivalBoxes>()
            .AddScoped<ArrivalDirecting>()
            .AddScoped<ArrivalSigning>()
            .AddScoped<ArrivalAcceptance>()
            .AddScoped<ArrivalReturn>()
            .AddScoped<MovementFigures>()
            .AddScoped<StructureFigures>()
            .AddScoped<FormFigures>()
            .AddScoped<ReportClosing>()
            .AddScoped<ReportSteps>()
            .AddScoped<CardIssuing>()
            .AddScoped<CardReporting>()
            .AddScoped<CardReturn>()
            .AddScoped<CardsIssuing>()
            .AddScoped<CardCheckRounds>()
            .AddScoped<CardChecking>()
            .AddScoped<CardCheckCounting>()
            .AddScoped<CvNumberRangeAssignment>()
            .AddScoped<CvNumberGiving>()
            .AddScoped<ResidenceRecording>()
            .AddScoped<MemberFlags>()
            .AddScoped<BadgeRoundOpening>()
            .AddScoped<BadgeProposing>()
            .AddScoped<BadgeReview>()
            .AddScoped<BadgeRoundDecision>()
            .AddScoped<BadgeAwarding>()
            .AddScoped<BadgeRecording>()
            .AddScoped<BadgeReissue>()
            .AddScoped<BadgeReturn>()
            .AddScoped<DisciplineRecording>()
            .AddScoped<DisciplineSteps>()
            .AddScoped<AuthorityNotices>()
            .AddScoped<Praising>()
            .AddScoped<DepartureSlips>()
            .AddScoped<DuesRecording>()
            .AddScoped<ExemptionSteps>()
            .AddScoped<SuspensionExtension>()
            .AddScoped<RecordWriting>()
            .AddScoped<RecordKeeping>()
            .AddScoped<DocumentKeeping>()
            .AddScoped<FileLosses>()
            .AddScoped<ProposalFiles>()
            .AddScoped<ProposalWriting>()
            .AddScoped<SlipSubmission>()
            .AddScoped<SlipDecision>()
            .AddScoped<ChangeRequesting>()
            .AddScoped<ChangeDeciding>()
            .AddScoped<IProvinceMergerStep, PersonsOfBothProvinces>()
            .AddScoped<IMemberDirectory, MemberDirectory>()
            .AddScoped<IMemberParticulars, MemberParticularsReader>()
            .AddScoped<IOrganizationMembership, OrganizationMembership>()
            .AddScoped<IOrganizationEndingObjection, MembersStandInTheWay>()
            .AddScoped<IOrganizationMembersMove, MembersFollowOrganizations>()
            .AddScoped<IVoteBase, VoteBases>();
    }
}
