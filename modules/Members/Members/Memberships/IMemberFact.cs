using Modular.Kernel.Postgres.Entities;
using NpgsqlTypes;

namespace Modular.Members.Memberships;

/// <summary>A fact that hangs on a member: seen by whoever sees the member.</summary>
internal interface IMemberFact : IProvinceOwned
{
    /// <summary>The identifier.</summary>
    Guid Id { get; }

    /// <summary>The member.</summary>
    Guid MemberId { get; }
}

/// <summary>A fact that holds for a period.</summary>
internal interface IDatedFact : IMemberFact
{
    /// <summary>The days on which it holds.</summary>
    NpgsqlRange<DateOnly> Valid { get; }

    /// <summary>The first of these days; the database computes it, so that lists can be sorted by it.</summary>
    DateOnly? FirstDay { get; }
}
