using Modular.Kernel.Postgres.Imports.Columns;

namespace Modular.Kernel.Postgres.Imports.Files;

/// <summary>Reads a table row by row, forward only, with the memory of one row. It owns the file that it reads.</summary>
internal abstract class TableReader : IDisposable
{
    /// <summary>The number of the current row as a person finds it in the file: its first line, or its row in the sheet.</summary>
    public abstract int RowNumber { get; }

    /// <summary>How many cells the current row has.</summary>
    public abstract int Width { get; }

    /// <summary>How much of the file has been read, from 0 to 1.</summary>
    public abstract double Progress { get; }

    /// <summary>The identifier that the object of the current row must have, or null where a new one is made.</summary>
    public virtual Guid? RowId => null;

    /// <summary>Goes to the next row.</summary>
    /// <exception cref="UnreadableFileException">The file is malformed.</exception>
    public abstract bool Read();

    /// <summary>Goes to the first row of the next sheet, where the file has several.</summary>
    public virtual bool NextSheet() => false;

    public abstract ImportCell Cell(int index);

    public bool IsBlank()
    {
        for (var index = 0; index < Width; index++)
        {
            if (!Cell(index).IsEmpty)
                return false;
        }

        return true;
    }

    public abstract void Dispose();
}
