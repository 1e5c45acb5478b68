using Modular.Kernel.Postgres.Entities;

namespace Modular.Members.Memberships;

/// <summary>A fact that hangs on a member: seen by whoever sees the member.</summary>
internal interface IMemberFact : IProvinceOwned
{
    /// <summary>The identifier.</summary>
    Guid Id { get; }

    /// <summary>The member.</summary>
    Guid MemberId { get; }
}
