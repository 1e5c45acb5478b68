using Modular.Architecture.Tests.Rules;
using Xunit;

namespace Modular.Architecture.Tests;

/// <summary>
/// Queries of modules and host go through the filters of their context, or are composed by the kernel, which adds province and reach. Who looks beyond them does so
/// in a place that is named here with its reason, and shows nothing of what it saw.
/// </summary>
public sealed class ScopeBypassTests
{
    private const string Uniqueness = "What may be only once in the province is looked for in all of it.";
    private const string Port = "A port answers other modules' rules, which show nothing of it; its caller checks reach.";
    private const string Import = "The rows of a staged file are checked; the kernel refuses rows out of the user's reach.";
    private const string OwnFacts = "The facts of a row whose reach was checked.";
    private const string Rights = "Rights are read before there is a scope that they could make.";
    private const string Host = "It touches no entity of a module.";

    private static readonly Dictionary<string, string> Places = new()
    {
        ["host/Administration/Access/AccessDbContext.cs"] = "Whose a grant is decides who may end or delegate it; its holder needs no permission to see it.",
        ["host/Administration/Access/AccessQueries.cs"] = "Roles belong to the province and are read by its row-level security.",
        ["host/Administration/Access/ReachingWays.cs"] = "Who reaches a record is shown to those whose record it is, or who may see access at its place; RecordReaders asks that before.",
        ["host/Administration/Accounts/AccountRows.cs"] = Rights,
        ["host/Archives/ArchiveSession.cs"] = "An operator takes all data of a module in a province out and puts them back.",
        ["host/Archives/ModuleTables.cs"] = Host,
        ["host/Archives/TableFiles.cs"] = "An operator takes all data of a module in a province out and puts them back.",
        ["host/Identity/AccessDirectory.cs"] = Rights,
        ["host/Identity/Data/AccountStatements.cs"] = Rights,
        ["host/Identity/Data/DatabaseKeyRing.cs"] = Host,
        ["host/Identity/RoleSetup.cs"] = Rights,
        ["host/Identity/ServiceKeys/ServiceKeyAuthentication.cs"] = Rights,
        ["host/Modules/ModuleVolumes.cs"] = Host,
        ["host/Modules/ProvinceVolumes.cs"] = "How many rows tables have, for whoever sees operations of the whole province; no row is shown.",
        ["host/Provinces/ModuleSwitch.cs"] = Host,
        ["host/Samples/Loading/SampleLoader.cs"] = Host,
        ["host/Samples/Loading/SampleUsers.cs"] = Host,
        ["host/Startup/DatabaseHealth.cs"] = Host,
        ["host/Startup/ModularHost.cs"] = Host,
        ["host/WorkItems/WorkItemAssignees.cs"] = Rights,
        ["modules/Members/Members/Cards/Checks/CardCheckFigures.cs"] = "Figures of organizations that the permission to count reaches.",
        ["modules/Members/Members/Cards/Importing/ImportedCards.cs"] = Import,
        ["modules/Members/Members/Cards/IssueCards.cs"] = OwnFacts,
        ["modules/Members/Members/Cards/NumberRegister.cs"] = Uniqueness,
        ["modules/Members/Members/Cards/Numbers/CvNumberGiving.cs"] = Uniqueness,
        ["modules/Members/Members/Cards/Numbers/CvNumberRanges.cs"] = Uniqueness,
        ["modules/Members/Members/Data/MemberDirectory.cs"] = Port,
        ["modules/Members/Members/Data/MemberParticularsReader.cs"] = Port,
        ["modules/Members/Members/Data/MembersFollowOrganizations.cs"] = Port,
        ["modules/Members/Members/Data/MembersStandInTheWay.cs"] = Port,
        ["modules/Members/Members/Data/OrganizationMembership.cs"] = Port,
        ["modules/Members/Members/Duplicates/DuplicateSearch.cs"] = "Pairs of whom both are in the user's reach, which the same statement asks.",
        ["modules/Members/Members/Duplicates/NewcomerDuplicates.cs"] = "A likely duplicate out of reach is told as one that there is, and nothing of it.",
        ["modules/Members/Members/Editing/MemberChangeRules.cs"] = Uniqueness,
        ["modules/Members/Members/Imports/MemberPreparation.cs"] = Import,
        ["modules/Members/Members/Imports/FilesOfMembers.cs"] = Import,
        ["modules/Members/Members/Imports/MembersByNumber.cs"] = Import,
        ["modules/Members/Members/Imports/OrganizationsByCode.cs"] = Import,
        ["modules/Members/Members/Matching/MatchClosing.cs"] = "The rows of a match run that the user closes; runs are of whoever reaches the whole province.",
        ["modules/Members/Members/Matching/MatchDeciding.cs"] = "A row and a candidate of a match run; runs are of whoever reaches the whole province.",
        ["modules/Members/Members/Memberships/MemberStatusChange.cs"] = OwnFacts,
        ["modules/Members/Members/Merging/MergeCarrying.cs"] = "The facts of two records, both of which were checked to be in reach.",
        ["modules/Members/Members/Merging/MergeRules.cs"] = "It compares two numbers and reads no row.",
        ["modules/Members/Members/Movement/MovementSql.cs"] = "Figures of organizations that the permission to count reaches, and keys of members who are read through their scope.",
        ["modules/Members/Members/People/MemberFiles.cs"] = OwnFacts,
        ["modules/Members/Members/Records/RecordWriting.cs"] = OwnFacts,
        ["modules/Members/Members/Reports/LateReports.cs"] = "Which organizations owe a report, of those that the permission to read reports reaches.",
        ["modules/Members/Members/Residences/RecordAddress.cs"] = OwnFacts,
        ["modules/Members/Members/Statistics/StructureSql.cs"] = "Figures of organizations that the permission to count reaches.",
        ["modules/Members/Members/Transfers/BetweenProvinces/ArrivalAcceptance.cs"] = Uniqueness,
        ["modules/Members/Members/Transfers/BetweenProvinces/CarriedFacts.cs"] = OwnFacts,
        ["modules/Members/Members/Transfers/BetweenProvinces/PaperSending.cs"] = OwnFacts,
        ["modules/Members/Members/Transfers/BetweenProvinces/SealedFile.cs"] = OwnFacts,
        ["modules/Members/Members/Transfers/BetweenProvinces/WhenPaperArrives.cs"] = "The province's own organization, before which a paper is laid that names none.",
        ["modules/Members/Members/Transfers/Following/TransfersFollowMembers.cs"] = Port,
        ["modules/Members/Members/Transfers/TransferClosing.cs"] = OwnFacts,
        ["modules/Members/Members/Transfers/TransferMoves.cs"] = "The facts of a member whom a transfer that the user may act on is about.",
        ["modules/Members/Members/Transfers/TransferPapers.cs"] = "The member whom a transfer that the user may act on is about.",
        ["modules/Members/Members/Transfers/TransferRequests.cs"] = OwnFacts,
        ["modules/Members/Members/Transfers/TransferSigning.cs"] = OwnFacts,
        ["modules/Members/Members/Votes/VoteBases.cs"] = Port,
        ["modules/Organizations/Organizations/AdministrativeUnits/AdministrativeUnitRegister.cs"] = "Units of administration belong to no province.",
        ["modules/Organizations/Organizations/Committees/Importing/CommitteePostPreparation.cs"] = Import,
        ["modules/Organizations/Organizations/Committees/Importing/CommitteeRules.cs"] = Import,
        ["modules/Organizations/Organizations/Committees/Importing/PostHolders.cs"] = Import,
        ["modules/Organizations/Organizations/Committees/PostAssignment.cs"] = OwnFacts,
        ["modules/Organizations/Organizations/Committees/TermOpening.cs"] = OwnFacts,
        ["modules/Organizations/Organizations/Data/CommitteePostDirectory.cs"] = Port,
        ["modules/Organizations/Organizations/Ending/OpenPeriods.cs"] = OwnFacts,
        ["modules/Organizations/Organizations/Imports/OrganizationPreparation.cs"] = Import,
        ["modules/Organizations/Organizations/Inspection/FormInspectionCommittee.cs"] = OwnFacts,
        ["modules/Organizations/Organizations/Inspection/InspectionAssignment.cs"] = OwnFacts,
        ["modules/Organizations/Organizations/Inspection/InspectionPostsEnd.cs"] = OwnFacts,
        ["modules/Organizations/Organizations/Meetings/Importing/ImportedMeetings.cs"] = Import,
        ["modules/Organizations/Organizations/Meetings/MeetingGround.cs"] = OwnFacts,
        ["modules/Organizations/Organizations/Reorganizing/ReorganizationExecution.cs"] = "The steps of a reorganization that the user may act on, or whose day has come.",
        ["modules/ResidenceLiaison/ResidenceLiaison/Comments/CommentDrafting.cs"] = "The names in letters of members on whom the user comments, to tell texts that were copied.",
        ["modules/ResidenceLiaison/ResidenceLiaison/Comments/CommentRequesting.cs"] = "The members of cells at which the user opens a round.",
        ["modules/ResidenceLiaison/ResidenceLiaison/Comments/ResidenceComments.cs"] = Port,
        ["modules/ResidenceLiaison/ResidenceLiaison/Comments/YearAtResidence.cs"] = "The attendance of members on whom the user comments.",
        ["modules/ResidenceLiaison/ResidenceLiaison/Indicators/Due/IndicatorTurn.cs"] = "The cells of the province, at which the system itself looks.",
        ["modules/ResidenceLiaison/ResidenceLiaison/Indicators/IndicatorFacts.cs"] = "Figures of cells that the permission to settle indicators reaches.",
        ["modules/ResidenceLiaison/ResidenceLiaison/Indicators/RatingComparison.cs"] = "Levels of comments of cells that the permission to settle indicators reaches.",
        ["modules/ResidenceLiaison/ResidenceLiaison/Introductions/LiaisonList.cs"] = OwnFacts,
        ["modules/ResidenceLiaison/ResidenceLiaison/Meetings/MeetingRecording.cs"] = "All who were summoned to a meeting that the user records.",
        ["modules/ResidenceLiaison/ResidenceLiaison/Meetings/MeetingSteps.cs"] = "All who keep contact with a cell whose meeting the user calls.",
        ["modules/ResidenceLiaison/ResidenceLiaison/Notices/AbsencesAreTold.cs"] = "All who were summoned to a meeting that the user records.",
        ["modules/ResidenceLiaison/ResidenceLiaison/Notices/PostsAreTold.cs"] = OwnFacts,
        ["modules/ResidenceLiaison/ResidenceLiaison/Statistics/LiaisonFigures.cs"] = "Figures of organizations that the permission to count reaches.",
        ["modules/ResidenceLiaison/ResidenceLiaison/Statistics/YearFigureImport.cs"] = Import,
    };

    [Fact]
    public void Nobody_looks_beyond_the_scope_but_in_the_places_that_are_named()
    {
        var looking = SourceTree.Files("*.cs")
            .Where(file => file.StartsWith("host/", StringComparison.Ordinal) || file.StartsWith("modules/", StringComparison.Ordinal))
            .Where(file => ScopeBypasses.In(SourceTree.Read(file)).Count > 0)
            .ToList();

        Assert.Equal([], looking.Except(Places.Keys).Select(file => $"{file} is not named"));
        Assert.Equal([], Places.Keys.Except(looking).Select(file => $"{file} is named and does not"));
    }

    [Fact]
    public void Every_way_around_the_scope_is_found()
    {
        const string Source =
            """
            // db.Members.IgnoreQueryFilters() is a remark
            var all = await db.Members.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).ToListAsync();
            var rows = db.Database.SqlQuery<Row>($"select 1");
            db.Members.FromSqlRaw("select * from members.member");
            await db.Database.ExecuteSqlAsync($"delete from members.member");
            await using var command = new NpgsqlCommand("select 1", connection);
            await using var other = databases.Of(province).CreateCommand("select 1");
            var connection = db.Database.GetDbConnection();
            """;

        Assert.Equal(
            ["CreateCommand", "ExecuteSqlAsync", "FromSqlRaw", "GetDbConnection", "IgnoreQueryFilters", "NpgsqlCommand", "SqlQuery"], ScopeBypasses.In(Source));
    }
}
