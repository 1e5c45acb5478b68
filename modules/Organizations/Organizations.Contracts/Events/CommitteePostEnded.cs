using Modular.Kernel.Events;

namespace Modular.Organizations.Contracts;

/// <summary>A member left a post in a committee (cấp ủy).</summary>
/// <param name="PostId">The post held, one period of one person.</param>
/// <param name="OrganizationId">The organization whose committee it is.</param>
/// <param name="MemberId">The member.</param>
/// <param name="Post">The post.</param>
/// <param name="To">The first day without the post.</param>
public sealed record CommitteePostEnded(Guid PostId, Guid OrganizationId, Guid MemberId, CommitteePostKind Post, DateOnly To)
    : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "organizations.committee-post-ended";
}
