using Modular.Kernel.Postgres.Entities;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// Declares the GraphQL object type of an entity: which columns are fields, what it refers to, how lists of it are filtered, sorted and
/// searched. Found in the module's assembly by <c>module.GraphQL()</c>; one class a type, on one screen.
/// </summary>
/// <typeparam name="T">The entity, mapped by <typeparamref name="TContext"/>.</typeparam>
/// <typeparam name="TContext">The module's database context.</typeparam>
/// <example>
/// <code>
/// internal sealed class MemberType : EntityType&lt;Member, MembersDbContext&gt;
/// {
///     protected override void Define(EntityTypeBuilder&lt;Member&gt; member)
///     {
///         member.Name("Member").Describe("A Party member (đảng viên).").Requires(MembersPermissions.Read).IsNode();
///
///         member.Field(m => m.FullName, "Full name (họ và tên).", DataClass.Basic);
///         member.Field(m => m.CitizenId, "Citizen identity number.", DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
///         member.Reference("organization", "Organization", m => m.OrganizationId, "The cell of the member.");
///         member.Connection&lt;Card&gt;("cards", by: c => c.MemberId, "The cards, newest first.");
///
///         member.Filter(m => m.Status);
///         member.Sortable("NAME", m => m.SortKey);
///         member.Search(m => m.SearchKey);
///     }
/// }
/// </code>
/// </example>
public abstract class EntityType<T, TContext> : EntityType
    where T : class
    where TContext : ModuleDbContext
{
    /// <summary>Declares the type. Called once, at composition.</summary>
    protected abstract void Define(EntityTypeBuilder<T> type);

    internal sealed override EntityDeclaration Declare()
    {
        var declaration = new EntityDeclaration(typeof(T), typeof(TContext), GetType());
        Define(new EntityTypeBuilder<T>(declaration));
        return declaration;
    }
}

/// <summary>The base of all <see cref="EntityType{T, TContext}"/>.</summary>
public abstract class EntityType
{
    private protected EntityType()
    {
    }

    internal abstract EntityDeclaration Declare();
}
