using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Members.Data;

namespace Modular.Members.Transfers;

/// <summary>The last number that an organization gave in its register of introductions (sổ giới thiệu sinh hoạt đảng) in a year.</summary>
internal sealed class IntroductionRegister : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The organization.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>The year.</summary>
    public int Year { get; init; }

    /// <summary>The number that was given last.</summary>
    public int LastNumber { get; private set; }

    /// <summary>The next number, which nobody else is given: two units of work that read the same row run one after the other.</summary>
    public static async Task<int> NextAsync(MembersDbContext db, Guid organizationId, int year, CancellationToken cancellationToken)
    {
        var register = await db.IntroductionRegisters.FindAsync([db.Province, organizationId, year], cancellationToken);
        if (register is null)
        {
            register = new IntroductionRegister { OrganizationId = organizationId, Year = year };
            db.IntroductionRegisters.Add(register);
        }

        return ++register.LastNumber;
    }
}
