using Modular.Kernel.GraphQL.PersonalData;

namespace Modular.Host.Identity;

/// <summary>What the host keeps about persons who have an account: the account in the province, its roles, where it is signed in. Secrets are left out.</summary>
internal static class IdentityPersonalData
{
    private const string Owner = "identity";
    private const string OfTheirAccount = "in (select account.id from identity.province_users as account where account.province_id = $1 and account.member_id = $2)";

    public static IEnumerable<PersonalDataTable> Tables { get; } =
    [
        new() { Owner = Owner, Name = "Account", Description = "The person's account in the province (tài khoản).", Table = "identity.province_users", IsAbout = "row.member_id = $2", PersonColumns = ["member_id"] },
        new() { Owner = Owner, Name = "Grant", Description = "A role that the person's account has or had (vai trò được giao).", Table = "identity.grants", IsAbout = $"row.user_id {OfTheirAccount}" },
    ];
}
