using FsCheck;
using FsCheck.Fluent;
using Modular.Kernel.Access;

namespace Modular.Kernel.Postgres.Tests.Scopes;

/// <summary>A tree, grants and a day, in small numbers: organizations by their place in the list (-1 where there is none above), days by months since 2020.</summary>
internal sealed record ScopeSample(
    IReadOnlyList<int> Parents, IReadOnlyList<TreeChange> Changes, IReadOnlyList<SampleGrant> Grants, int TodayMonth)
{
    private const int Months = 24;

    /// <summary>The day on which somebody asks.</summary>
    public DateOnly Today => DayOf(TodayMonth);

    public static Gen<ScopeSample> Generator { get; } =
        from size in Gen.Choose(3, 9)
        from parents in Gen.CollectToArray(Enumerable.Range(1, size - 1).Select(organization => Above(organization)))
        from changes in Gen.ListOf(Change(size))
        from grants in Gen.NonEmptyListOf(Grant(size))
        from today in Gen.Choose(1, Months)
        select new ScopeSample([.. parents], [.. changes.OrderBy(change => change.Month)], [.. grants], today);

    /// <summary>The first day of a month.</summary>
    public static DateOnly DayOf(int month) => new DateOnly(2020, 1, 1).AddMonths(month);

    // The second organization is now and then a root of its own: then whoever reaches all below the first does not reach the whole tree.
    private static Gen<int> Above(int organization) =>
        organization == 1 ? Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Constant(-1))) : Gen.Choose(0, organization - 1);

    private static Gen<TreeChange> Change(int size) =>
        from organization in Gen.Choose(1, size - 1)
        from parent in Gen.Choose(0, size - 1)
        from month in Gen.Choose(1, Months)
        from ends in Gen.Choose(0, 3)
        select new TreeChange(organization, ends == 0 ? null : parent, month);

    private static Gen<SampleGrant> Grant(int size) =>
        from reach in Gen.Elements(
            Reach.Self, Reach.Organization, Reach.Organization, Reach.OrganizationAndBelow, Reach.OrganizationAndBelow, Reach.OrganizationAndBelow, Reach.Province)
        from organization in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(0, size - 1)))
        from month in Gen.Choose(0, Months)
        from length in Gen.Choose(1, Months)
        from ended in Gen.Choose(0, 3)
        from delegated in Gen.Choose(0, 2)
        select new SampleGrant(reach, organization, month, length, ended == 0, delegated == 0);
}

/// <summary>An organization is moved under another from a month on, or ends where no parent is given.</summary>
internal sealed record TreeChange(int Organization, int? Parent, int Month);

/// <summary>A grant from a month on for some months.</summary>
/// <param name="Reach">How far it reaches.</param>
/// <param name="Organization">From where, where the reach names an organization.</param>
/// <param name="Month">The first month.</param>
/// <param name="Length">How many months.</param>
/// <param name="IsEnded">Whether it was ended.</param>
/// <param name="StandsIn">Whether it stands in for the grant before it in the list.</param>
internal sealed record SampleGrant(Reach Reach, int Organization, int Month, int Length, bool IsEnded, bool StandsIn);
