using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Organizations.Data;

namespace Modular.Organizations.Committees.Importing;

/// <summary>Asks the rules of <c>openCommitteeTerm</c> and <c>assignPost</c> about the committees of a file, one after the other.</summary>
internal sealed class CommitteeRules
{
    private readonly CommitteeSizingPolicy sizing;
    private readonly CommitteeTermPolicy terms;
    private readonly ILookup<Guid, CommitteePost> held;
    private readonly List<RowFault> faults = [];

    private CommitteeRules(CommitteeSizingPolicy sizing, CommitteeTermPolicy terms, ILookup<Guid, CommitteePost> held)
    {
        this.sizing = sizing;
        this.terms = terms;
        this.held = held;
    }

    public static async Task<IReadOnlyList<RowFault>> FindAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var committees = await ImportedCommittee.ReadAsync(run, cancellationToken);
        var policies = run.Services.GetRequiredService<IPolicies>();
        var rules = new CommitteeRules(
            await policies.InForceOnAsync<CommitteeSizingPolicy>(run.Today, cancellationToken),
            await policies.InForceOnAsync<CommitteeTermPolicy>(run.Today, cancellationToken),
            await HeldAsync(run, committees, cancellationToken));
        foreach (var committee in committees)
            rules.Check(committee);
        return rules.faults;
    }

    private static async Task<ILookup<Guid, CommitteePost>> HeldAsync(
        ImportRun run, IEnumerable<ImportedCommittee> committees, CancellationToken cancellationToken)
    {
        var known = committees.Select(committee => committee.TermId).OfType<Guid>().ToList();
        var posts = await run.Services.GetRequiredService<OrganizationsDbContext>().Posts.AsNoTracking()
            .IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(post => known.Contains(post.TermId) && post.Valid.UpperBoundInfinite)
            .ToListAsync(cancellationToken);
        return posts.ToLookup(post => post.TermId);
    }

    private void Check(ImportedCommittee committee)
    {
        if (committee.TermId is null)
        {
            foreach (var problem in AgainstTerm(committee))
                faults.AddRange(committee.Posts.Select(post => Fault(post.Row, problem)));
        }

        var term = committee.Term();
        var posts = committee.TermId is { } known ? held[known].ToList() : [];
        foreach (var row in committee.Posts)
        {
            List<Problem> problems =
            [
                .. PostsHeld.Within(term, row.StartsOn),
                .. new PostsHeld(committee.Kind, term, posts, sizing).Against(row.Post, row.MemberId),
            ];
            faults.AddRange(problems.Select(problem => new RowFault(row.Row, ColumnOfPost(problem.Field), problem)));
            if (problems.Count == 0)
                posts.Add(CommitteePost.Assign(term, row.MemberId, row.Post, PostBasis.Elected, row.StartsOn, decisionId: null));
        }
    }

    private IEnumerable<Problem> AgainstTerm(ImportedCommittee committee)
    {
        if (committee.OpensOn < committee.FoundedOn)
        {
            yield return new Decisions.EffectiveDateIsBeforeEarlierChange(committee.OpensOn, committee.FoundedOn)
            {
                Field = "input.effectiveOn",
            };
        }

        foreach (var problem in terms.EndOf(committee.Kind, committee.OpensOn, committee.PlannedTo).Problems)
            yield return problem;
        var sizes = new CommitteeSizeRules(committee.Kind, sizing).Against(committee.Size, committee.Standing, committee.OfficialMembers);
        foreach (var problem in sizes)
            yield return problem;
    }

    private static RowFault Fault(int row, Problem problem) => new(row, ColumnOfTerm(problem.Field), problem)
    {
        Severity = problem is CellIsTooSmallForACommittee ? ImportSeverity.Warning : ImportSeverity.Error,
    };

    private static string ColumnOfTerm(string? field) => field switch
    {
        "input.effectiveOn" => "term_from",
        "input.plannedTo" => "term_to",
        "input.committeeSize" => "committee_size",
        "input.standingSize" => "standing_size",
        _ => "organization_code",
    };

    private static string ColumnOfPost(string? field) => field switch
    {
        "input.effectiveOn" => "held_from",
        "input.memberId" => "member_number",
        _ => "post",
    };
}
