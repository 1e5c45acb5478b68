using Modular.Kernel.Events;

namespace Modular.Organizations.Contracts;

/// <summary>A member left a post in an inspection committee (ủy ban kiểm tra).</summary>
/// <param name="PostId">The post held, one period of one person.</param>
/// <param name="OrganizationId">The organization whose inspection committee it is.</param>
/// <param name="MemberId">The member.</param>
/// <param name="Post">The post.</param>
/// <param name="To">The first day without the post.</param>
public sealed record InspectionPostEnded(Guid PostId, Guid OrganizationId, Guid MemberId, InspectionPostKind Post, DateOnly To)
    : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "organizations.inspection-post-ended";
}
