using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Modular.Host.Identity.Data;

/// <summary>The accounts, as ASP.NET Core Identity keeps them, in schema <c>identity</c>.</summary>
internal sealed class AccountContext(DbContextOptions<AccountContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("identity");
        modelBuilder.Entity<Account>(account =>
        {
            account.ToTable("users");
            account.Property(user => user.ConcurrencyStamp).IsConcurrencyToken();
            // Not asked for, so not kept: an account needs a name and a password, no address and no telephone number.
            account.Ignore(user => user.Email).Ignore(user => user.NormalizedEmail).Ignore(user => user.EmailConfirmed);
            account.Ignore(user => user.PhoneNumber).Ignore(user => user.PhoneNumberConfirmed);
            // Wrong tries and second factors have tables of their own.
            account.Ignore(user => user.TwoFactorEnabled).Ignore(user => user.LockoutEnabled).Ignore(user => user.LockoutEnd);
            account.Ignore(user => user.AccessFailedCount);
        });
        modelBuilder.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("user_logins");
            login.HasKey(row => new { row.LoginProvider, row.ProviderKey });
        });

        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
                property.SetColumnName(SnakeCase(property));
        }
    }

    private static string SnakeCase(IMutableProperty property) => string.Concat(property.Name.Select((letter, index) =>
        char.IsUpper(letter) ? (index > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
