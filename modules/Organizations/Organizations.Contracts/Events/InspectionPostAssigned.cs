using Modular.Kernel.Events;

namespace Modular.Organizations.Contracts;

/// <summary>A member took up a post in an inspection committee (ủy ban kiểm tra).</summary>
/// <param name="PostId">The post held, one period of one person.</param>
/// <param name="OrganizationId">The organization whose inspection committee it is.</param>
/// <param name="MemberId">The member.</param>
/// <param name="Post">The post.</param>
/// <param name="From">The first day in the post.</param>
public sealed record InspectionPostAssigned(Guid PostId, Guid OrganizationId, Guid MemberId, InspectionPostKind Post, DateOnly From)
    : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "organizations.inspection-post-assigned";
}
