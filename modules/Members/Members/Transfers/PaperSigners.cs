using Modular.Kernel.Policies;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;

namespace Modular.Members.Transfers;

/// <summary>Whoever signs papers, with the posts that they hold on the day.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Posts">The posts, by organization.</param>
internal sealed record PaperSigner(Guid MemberId, IReadOnlyDictionary<Guid, CommitteePostKind> Posts)
{
    /// <summary>The post in the committee of an organization; null where there is none.</summary>
    public CommitteePostKind? PostIn(Guid organizationId) => Posts.TryGetValue(organizationId, out var post) ? post : null;
}

/// <summary>
/// Who may sign introduction papers (MEM-27). A signer whom the register knows holds one of the posts; a name alone, as on papers of before and of heads of organization
/// boards, whom the register does not know, is taken as long as the policy says so.
/// </summary>
internal sealed class PaperSigners(ICommitteePosts posts, IPolicies policies, IOrganizationDirectory directory)
{
    /// <summary>The signer with their posts on the day; null where none of the register is named.</summary>
    public async Task<PaperSigner?> FindAsync(Guid? memberId, DateOnly on, CancellationToken cancellationToken) =>
        memberId is { } id ? new PaperSigner(id, await posts.FindPostsAsync(id, on, cancellationToken)) : null;

    /// <summary>What stands against the signature for organizations on a day.</summary>
    public async Task<IReadOnlyList<Problem>> CheckAsync(
        PaperSigner? signer, IReadOnlyCollection<Guid> organizationIds, DateOnly on, CancellationToken cancellationToken)
    {
        var policy = await policies.InForceOnAsync<PaperSignerPolicy>(on, cancellationToken);
        if (signer is null && policy.NamesSuffice)
            return [];
        var unsigned = organizationIds.Where(id => signer?.PostIn(id) is not { } post || !policy.Posts.Contains(post)).ToList();
        var found = await directory.FindAsync(unsigned, on, cancellationToken);
        return signer is null
            ? [.. found.Values.Where(place => !policy.BoardsSignAt.Contains(place.Kind)).Take(1).Select(place => new SignerIsNamedByTheRegister(place.Name) { Field = "input.signedByMemberId" })]
            : [.. unsigned.Take(1).Select(id => new SignerHoldsNoSuchPost(found.GetValueOrDefault(id)?.Name ?? "") { Field = "input.signedByMemberId" })];
    }
}

/// <summary>Who signs introduction papers (MEM-27).</summary>
internal sealed record PaperSignerPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.paper-signers";

    /// <inheritdoc />
    public static RuleReference Source => Rules.Signers;

    /// <summary>The posts of those who sign: secretary, deputy secretary, member of the standing committee.</summary>
    public IReadOnlyList<CommitteePostKind> Posts { get; init; } = [CommitteePostKind.Secretary, CommitteePostKind.DeputySecretary, CommitteePostKind.StandingMember];

    /// <summary>Whether a name without a member of the register is taken as a signature; a province that has entered its committees says no.</summary>
    public bool NamesSuffice { get; init; } = true;

    /// <summary>The kinds of organizations whose organization board has a head who signs; the register does not know heads, so that a name is taken there in any case.</summary>
    public IReadOnlyList<string> BoardsSignAt { get; init; } = [OrganizationKinds.Provincial, OrganizationKinds.DirectSuperior];
}

/// <summary>Whoever signs holds one of the posts of the policy in the committee of the organization on that day.</summary>
/// <param name="Name">The organization.</param>
internal sealed record SignerHoldsNoSuchPost(string Name) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Signers;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Người ký không giữ chức vụ được ký giấy giới thiệu (bí thư, phó bí thư, ủy viên ban thường vụ) tại \"{Name}\" vào ngày ký.",
        $"The signer holds no post that signs introduction papers (secretary, deputy secretary, member of the standing committee) in \"{Name}\" on that day.");
}

/// <summary>The province takes no names alone: the signer is a member of the register.</summary>
/// <param name="Name">The organization.</param>
internal sealed record SignerIsNamedByTheRegister(string Name) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Signers;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Phải chọn người ký của \"{Name}\" trong danh sách đảng viên; chỉ ghi tên thì chưa đủ.",
        $"Choose who signs for \"{Name}\" from the register; a name alone does not suffice.");
}
