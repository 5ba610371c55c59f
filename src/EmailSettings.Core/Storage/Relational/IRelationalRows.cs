namespace EmailSettings.Core.Storage.Relational;

/// <summary>The rows that a statement gives, one after the other.</summary>
internal interface IRelationalRows : IDisposable
{
    /// <summary>Goes to the next row; false after the last one.</summary>
    bool Read();

    /// <summary>The row has no value there.</summary>
    bool IsNull(int column);

    /// <summary>A whole number of the row.</summary>
    long Number(int column);

    /// <summary>A text of the row as UTF-8, valid until the next call.</summary>
    ReadOnlySpan<byte> Utf8(int column);
}
