using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.Kernel.Access;
using Modular.Kernel.Documents;
using Modular.Kernel.GraphQL.PersonalData;
using Modular.Kernel.Results;
using Modular.Kernel.Time;
using Modular.Organizations.Contracts;

namespace Modular.DataProtection.Copies;

/// <summary>The copy for people, as pages to print: the same rows, a line for each value that is there, organizations by their names.</summary>
internal sealed class DataCopyPages(IOrganizationDirectory organizations, ICurrentAccess access)
{
    private static readonly LocalizedText Title = new("Bản sao dữ liệu cá nhân", "Copy of personal data");
    private static readonly LocalizedText Moment = new("Dữ liệu đến", "As of");
    private static readonly LocalizedText By = new("Người tải", "Fetched by");
    private static readonly LocalizedText Subject = new("Chủ thể dữ liệu (mã hồ sơ)", "Data subject (key of the record)");
    private static readonly LocalizedText Number = new("Dòng", "Row");
    private static readonly LocalizedText What = new("Nội dung", "What");
    private static readonly LocalizedText Value = new("Giá trị", "Value");

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<byte[]> WriteAsync(PersonalDataCopy copy, CancellationToken cancellationToken)
    {
        var names = await NamesAsync(copy, cancellationToken);
        using var pages = new MemoryStream();
        using (var writer = DocumentWriter.Open(DocumentFormat.Pdf, pages, SettingOf(copy)))
        {
            foreach (var part in copy.Parts)
                Write(writer, part, names);
            writer.Complete();
        }

        return pages.ToArray();
    }

    private DocumentSetting SettingOf(PersonalDataCopy copy)
    {
        var language = access.Language;
        var takenAt = copy.TakenAt.ToOffset(VietnamTime.Offset).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);
        DocumentFact[] facts =
        [
            new(Subject.In(language), copy.SubjectId.ToString()), new(Moment.In(language), takenAt), new(By.In(language), access.UserName),
        ];
        var line = string.Join(" · ", facts.Select(fact => $"{fact.Name}: {fact.Value}"));
        return new DocumentSetting(Title.In(language), language, new DocumentMark(line, Title.In(language), facts), IsLandscape: false);
    }

    private void Write(DocumentWriter writer, PersonalDataPart part, Dictionary<string, string> names)
    {
        var language = access.Language;
        writer.BeginTable(new DocumentTable(
            CopyWording.TitleOf(part.Table, language),
            [new DocumentColumn(Number.In(language), 6), new DocumentColumn(What.In(language), 40), new DocumentColumn(Value.In(language), 54)]));
        for (var index = 0; index < part.Rows.Count; index++)
        {
            foreach (var (column, value) in part.Rows[index])
            {
                if (value is not null)
                    writer.AddRow([CellValue.Of(index + 1), CellValue.Of(CopyWording.HeadingOf(part.Table, column, language)), CellValue.Of(Shown(value, names))]);
            }
        }
    }

    private static string Shown(JsonNode value, Dictionary<string, string> names)
    {
        var text = value is JsonValue single && single.TryGetValue<string>(out var plain) ? plain : value.ToJsonString(Readable);
        return names.GetValueOrDefault(text, text);
    }

    /// <summary>The names of the organizations whose keys stand in the rows.</summary>
    private async Task<Dictionary<string, string>> NamesAsync(PersonalDataCopy copy, CancellationToken cancellationToken)
    {
        var keys = copy.Parts.SelectMany(part => part.Rows).SelectMany(row => row).Select(value => value.Value)
            .OfType<JsonValue>().Select(value => value.TryGetValue<string>(out var text) && Guid.TryParse(text, out var key) ? key : Guid.Empty)
            .Where(key => key != Guid.Empty).Distinct().ToArray();
        var found = await organizations.FindAsync(keys, DateOnly.FromDateTime(copy.TakenAt.ToOffset(VietnamTime.Offset).DateTime), cancellationToken);
        return found.ToDictionary(known => known.Key.ToString(), known => known.Value.Name);
    }
}
