namespace Modular.Kernel.Documents;

/// <summary>The kinds of files that are written.</summary>
public enum DocumentFormat
{
    /// <summary>A workbook (Office Open XML).</summary>
    Xlsx,

    /// <summary>Comma-separated text in UTF-8.</summary>
    Csv,

    /// <summary>Pages to print, in A4.</summary>
    Pdf,
}

/// <summary>What the world calls the formats.</summary>
public static class DocumentFormats
{
    /// <summary>The media type, for a <c>Content-Type</c>.</summary>
    public static string MediaType(this DocumentFormat format) => format switch
    {
        DocumentFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        DocumentFormat.Csv => "text/csv; charset=utf-8",
        _ => "application/pdf",
    };

    /// <summary>The end of a file's name, without the dot.</summary>
    public static string Extension(this DocumentFormat format) => format switch
    {
        DocumentFormat.Xlsx => "xlsx",
        DocumentFormat.Csv => "csv",
        _ => "pdf",
    };
}
