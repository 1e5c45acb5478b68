using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Imports;

/// <summary>
/// One kind of file that a module takes in: its columns, its checks against the register, and how good rows become rows of the register.
/// A module registers it with <c>module.Imports(new MemberImport())</c>.
/// </summary>
/// <remarks>
/// The framework reads the file row by row into the temporary table <c>staged</c> of one transaction, runs the declared steps over it as sets, keeps a
/// verdict for each row and cell, and applies what may be applied. <c>staged</c> has the columns <c>row_number integer</c> (the row of the
/// file), <c>id uuid</c> (the identifier of the object that the row becomes), <c>faulty boolean</c>, and each declared column by its name. The view
/// <c>accepted</c> holds the rows that may be applied. Every SQL step may use the parameters <c>@province</c> (smallint), <c>@batch</c>
/// (uuid), <c>@today</c> (the Vietnam day), <c>@now</c> (timestamptz), <c>@user_id</c> (uuid or null) and <c>@user_name</c>.
/// A step reads and writes tables of its own module and of the kernel only; what another module knows comes through its ports (<see cref="ImportFormatBuilder.Resolve{TFound}"/>).
/// </remarks>
public abstract class ImportFormat
{
    /// <summary>How the format is named in the API and on the command line, for instance <c>members</c>. Unique in a host.</summary>
    public abstract string Id { get; }

    /// <summary>What people read: the things that a file holds, in the plural.</summary>
    public abstract LocalizedText Title { get; }

    /// <summary>The permission that importing, reading verdicts and undoing takes.</summary>
    public abstract string Permission { get; }

    /// <summary>
    /// Whether the same content may be applied again, each time anew, because what is made of it depends on what the register holds at that time. Else rows that an earlier import
    /// applied are left out.
    /// </summary>
    public virtual bool IsRepeatable => false;

    /// <summary>Whether the permission must reach the whole province, because a file is about all of it.</summary>
    public virtual bool TakesTheWholeProvince => false;

    /// <summary>Declares columns and steps; called once.</summary>
    protected abstract void Define(ImportFormatBuilder format);

    internal ImportDefinition Build()
    {
        var builder = new ImportFormatBuilder(Id);
        Define(builder);
        return builder.Build(this);
    }
}
