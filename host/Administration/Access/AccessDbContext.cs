using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;

namespace Modular.Host.Administration.Access;

/// <summary>Who works in a province with which rights; schema <c>identity</c>, where the accounts themselves are kept by ASP.NET Core Identity.</summary>
internal sealed class AccessDbContext(DbContextOptions<AccessDbContext> options) : ModuleDbContext(options)
{
    private const string Administered =
        "Who administers access sees all users and grants of the province; the permission guards them, and everybody sees their own.";

    public DbSet<ProvinceUser> Users => Set<ProvinceUser>();

    public DbSet<RoleGrant> Grants => Set<RoleGrant>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ProvinceUser>(user =>
        {
            user.ToTable("province_users").HasKey(row => new { row.ProvinceId, row.Id });
            user.NotScoped(Administered).RecordsHistory();
            user.Property(row => row.Version).IsVersion();
        });
        modelBuilder.Entity<RoleGrant>(grant =>
        {
            grant.ToTable("grants").HasKey(row => new { row.ProvinceId, row.Id });
            grant.NotScoped(Administered).RecordsHistory();
            grant.Property(row => row.Version).IsVersion();
            grant.Property(row => row.FromDay).HasComputedColumnSql("lower(valid)", stored: true);
        });
    }
}
