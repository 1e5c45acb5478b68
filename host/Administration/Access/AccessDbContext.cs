using Microsoft.EntityFrameworkCore;
using Modular.Host.Administration.Accounts;
using Modular.Host.Identity;
using Modular.Kernel.Postgres.Entities;

namespace Modular.Host.Administration.Access;

/// <summary>Who works in a province with which rights; schema <c>identity</c>, where the accounts themselves are kept by ASP.NET Core Identity.</summary>
internal sealed class AccessDbContext(DbContextOptions<AccessDbContext> options) : ModuleDbContext(options)
{
    private const string Administered =
        "Whoever gives roles names users, and an account belongs to the province and to no branch of it; the permission guards them.";

    public DbSet<ProvinceUser> Users => Set<ProvinceUser>();

    public DbSet<RoleGrant> Grants => Set<RoleGrant>();

    /// <summary>Grants wherever they were given, for rules that ask whose they are: their holders need no permission to see them.</summary>
    public IQueryable<RoleGrant> GrantsAnywhere => Grants.IgnoreQueryFilters([ScopeFilter]);

    public DbSet<ProvinceRole> Roles => Set<ProvinceRole>();

    public DbSet<ProvinceRolePermission> RolePermissions => Set<ProvinceRolePermission>();

    public DbSet<ServiceKey> ServiceKeys => Set<ServiceKey>();

    /// <summary>Raises a role's version although only its permissions were changed.</summary>
    public void Touch(ProvinceRole role) => Entry(role).Property(row => row.Version).IsModified = true;

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
            grant.ScopedBy(row => row.OrganizationId, HostPermissions.ReadAccess).RecordsHistory();
            grant.Property(row => row.Version).IsVersion();
            grant.Property(row => row.FromDay).HasComputedColumnSql("lower(valid)", stored: true);
        });
        modelBuilder.Entity<ProvinceRole>(role =>
        {
            role.ToTable("roles").HasKey(row => new { row.ProvinceId, row.Id });
            role.NotScoped(Administered).RecordsHistory();
            role.Property(row => row.Version).IsVersion();
            role.Ignore(row => row.IsDefault);
        });
        modelBuilder.Entity<ProvinceRolePermission>(permission =>
        {
            permission.ToTable("role_permissions").HasKey(row => new { row.ProvinceId, row.RoleId, row.Permission });
            permission.HasOne<ProvinceRole>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.RoleId }).OnDelete(DeleteBehavior.NoAction);
            permission.NotScoped(Administered).RecordsHistory();
        });
        modelBuilder.Entity<ServiceKey>(key =>
        {
            key.ToTable("service_keys").HasKey(row => new { row.ProvinceId, row.Id });
            key.ScopedBy(row => row.OrganizationId, HostPermissions.ManageAccounts).RecordsHistory();
            key.Property(row => row.Version).IsVersion();
        });
    }
}
