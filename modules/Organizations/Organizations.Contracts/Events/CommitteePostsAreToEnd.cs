using Modular.Kernel.Events;

namespace Modular.Organizations.Contracts;

/// <summary>
/// Published by the module that keeps members: a member holds no post in a committee any more, because they died, left the Party or were removed. Organizations ends
/// the posts when it hears of it.
/// </summary>
/// <param name="MemberId">The member.</param>
/// <param name="From">The first day without the posts.</param>
/// <param name="Reason">Why.</param>
/// <param name="OrganizationId">The organization in whose committee the post ends; null for all posts.</param>
public sealed record CommitteePostsAreToEnd(Guid MemberId, DateOnly From, CommitteePostsEndReason Reason, Guid? OrganizationId = null) : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "organizations.committee-posts-are-to-end";
}

/// <summary>Why a member's posts end by what happened to the member.</summary>
public enum CommitteePostsEndReason
{
    /// <summary>The member died (từ trần).</summary>
    Deceased,

    /// <summary>The member was removed from post, or expelled, as a disciplinary measure (cách chức, khai trừ).</summary>
    Disciplined,

    /// <summary>The member left the Party in another way, or was moved out of the organization (thôi tham gia).</summary>
    Left,
}
