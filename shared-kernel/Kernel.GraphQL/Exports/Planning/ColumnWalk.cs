using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Access;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Exports.Planning;

/// <summary>Finds the columns of a list: the values that its rows have, and those of objects that belong to a row.</summary>
internal sealed class ColumnWalk(SelectedFields selected, Language language)
{
    private readonly Dictionary<string, ExportColumn> columns = new(StringComparer.Ordinal);
    private readonly SortedSet<string> permissions = new(StringComparer.Ordinal);

    /// <summary>The columns in the order of the query.</summary>
    public IReadOnlyCollection<ExportColumn> Columns => columns.Values;

    /// <summary>The permissions that the fields take.</summary>
    public IReadOnlySet<string> Permissions => permissions;

    /// <summary>Whether a field is sensitive personal data.</summary>
    public bool IsSensitive { get; private set; }

    /// <summary>Whether a row has a list that is itself read page by page, so that it has no end here.</summary>
    public bool HasInnerList { get; private set; }

    /// <summary>Notes what a field takes, for those above the columns.</summary>
    public void Note(Field field)
    {
        if (field.Features.Get<FieldFacts>() is not { } facts)
            return;
        permissions.UnionWith(facts.Permissions);
        IsSensitive |= facts.DataClass == DataClass.Sensitive;
    }

    /// <summary>Notes what a filter takes: rows that were chosen by a value tell that value. Filters are called as the fields that they look at.</summary>
    public void NoteFilter(CompositeType type, string name)
    {
        if (type is TypeWithFields rows && rows.FindField(name) is { } field)
            Note(field);
    }

    /// <summary>Walks through what is selected of a row, or of an object that belongs to it.</summary>
    public void Walk(CompositeType type, Modular.GraphQL.Language.SelectionSet? selections, string path = "", string heading = "")
    {
        foreach (var field in selected.Of(type, selections))
        {
            Note(field.Field);
            var own = path.Length == 0 ? field.Key : $"{path}.{field.Key}";
            var title = ExportWording.HeadingOf(field.Field, language);
            var above = heading.Length == 0 ? title : $"{heading}: {title}";
            if (field.Field.Type.Named is CompositeType inner)
            {
                HasInnerList |= ListSearch.IsConnection(inner);
                Walk(inner, field.Node.SelectionSet, own, above);
            }
            else
                columns.TryAdd(own, new ExportColumn(own, FormOf(field.Field.Type.Named), above, ChoicesOf(field.Field.Type.Named)));
        }
    }

    private IReadOnlyDictionary<string, string> ChoicesOf(NamedType type) =>
        type is EnumType choices ? ExportWording.ChoicesOf(choices, language) : new Dictionary<string, string>();

    private static ColumnForm FormOf(NamedType type) => type switch
    {
        EnumType => ColumnForm.Choice,
        _ => type.Name switch
        {
            "Int" or "Float" or "Long" or "Decimal" => ColumnForm.Number,
            "Date" => ColumnForm.Date,
            "DateTime" => ColumnForm.Moment,
            "Boolean" => ColumnForm.YesNo,
            _ => ColumnForm.Text,
        },
    };
}
