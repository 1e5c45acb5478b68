using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Modular.Kernel.Access;
using Modular.Kernel.Provinces;
using Modular.Kernel.Time;
using Npgsql;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>
/// The base of a module's database context. It maps by convention (snake_case names, enumerations as text, provinces as
/// <c>province_id</c>), stamps the province on what is added, and filters every query by province and by the scope that the entity declares.
/// </summary>
/// <remarks>
/// A derived class has one constructor, which takes <c>DbContextOptions&lt;TContext&gt;</c>, and maps its entities in <c>OnModelCreating</c>.
/// The context of a request's scope reads; changes are saved only inside <see cref="Writing.IWrite{TContext}"/>.
/// </remarks>
public abstract class ModuleDbContext : DbContext
{
    /// <summary>The name of the filter that keeps to one province.</summary>
    public const string ProvinceFilter = "province";

    /// <summary>
    /// The name of the filter that keeps to what the user may see. A rule that must look beyond it, such as uniqueness in the whole
    /// province, says so by <c>IgnoreQueryFilters([ScopeFilter])</c>, and shows nothing of what it saw.
    /// </summary>
    public const string ScopeFilter = "scope";

    private ContextBinding? binding;

    /// <summary>Takes the options that the kernel built.</summary>
    protected ModuleDbContext(DbContextOptions options)
        : base(options)
    {
    }

    /// <summary>The province on whose rows this context works.</summary>
    public ProvinceId Province => Binding.Province;

    /// <summary>Whose rights the queries respect.</summary>
    public ICurrentAccess Access => Binding.Access;

    /// <summary>Today in Vietnam.</summary>
    public DateOnly Today => Binding.Clock.Today();

    internal ContextBinding Binding => binding ?? throw EntityErrors.NotBound(GetType());

    internal PendingChanges? Pending { get; set; }

    /// <summary>
    /// Makes the next save of this entity fail with a stale version unless the row still has the version that the caller read.
    /// </summary>
    public void Expect<TEntity>(TEntity entity, int version)
        where TEntity : class, IVersioned => Entry(entity).Property(row => row.Version).OriginalValue = version;

    /// <inheritdoc />
    public sealed override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save asynchronously, inside IWrite.RunAsync.");

    /// <inheritdoc />
    public sealed override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var saved = await HoldChangesAsync(cancellationToken);
        await Pending!.Rows.SendAsync((NpgsqlConnection)Database.GetDbConnection(), alongside: [], cancellationToken);
        if (acceptAllChangesOnSuccess)
            ChangeTracker.AcceptAllChanges();
        return saved;
    }

    /// <summary>Turns what was changed into statements and history that the unit of work sends when it commits.</summary>
    internal async Task<int> HoldChangesAsync(CancellationToken cancellationToken)
    {
        var pending = Pending ?? throw new InvalidOperationException("Changes are saved inside IWrite.RunAsync only.");
        ChangeTracker.DetectChanges();
        EntityVersions.Raise(ChangeTracker);
        pending.Edits.AddRange(EditRecorder.Record(ChangeTracker));
        pending.Followed.Note(ChangeTracker, Binding.WorkItemKinds);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken);
    }

    internal void Bind(ContextBinding to)
    {
        BindForModel(to);
        // Changes are looked for once, when they are saved; looking at every call compares every value of every entity.
        ChangeTracker.AutoDetectChangesEnabled = false;
        ChangeTracker.Tracking += StampProvince;
    }

    /// <summary>Binds without touching the change tracker, which would need the model that is to be built.</summary>
    internal void BindForModel(ContextBinding to) => binding = to;

    /// <inheritdoc />
    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        ModuleConventions.Apply(configurationBuilder, this);
    }

    internal bool CoversProvince(string permission) => Access.ScopeOf(permission).CoversProvince;

    internal Guid?[] CoveredOrganizations(string permission) =>
        [.. Access.ScopeOf(permission).Organizations.Select(organization => (Guid?)organization)];

    internal string[] CoveredPathPatterns(string permission) =>
        [.. Access.ScopeOf(permission).Subtrees.Select(subtree => subtree.From + "%")];

    internal Guid? Viewer => Access.UserId;

    internal Guid? CoveredSelf(string permission) => Access.ScopeOf(permission).Self;

    private void StampProvince(object? sender, EntityTrackingEventArgs tracking)
    {
        if (tracking.FromQuery || tracking.Entry.Entity is not IProvinceOwned owned)
            return;
        if (owned.ProvinceId == default)
            tracking.Entry.Property(nameof(IProvinceOwned.ProvinceId)).CurrentValue = Province;
        else if (owned.ProvinceId != Province)
            throw EntityErrors.OtherProvince(tracking.Entry.Metadata.ShortName(), owned.ProvinceId, Province);
    }
}
