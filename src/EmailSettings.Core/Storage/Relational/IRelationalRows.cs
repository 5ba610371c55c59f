namespace EmailSettings.Core.Storage.Relational;

/// <summary>A forward-only reader over the rows of a query.</summary>
internal interface IRelationalRows : IDisposable
{
    /// <summary>Advances to the next row; returns false after the last.</summary>
    bool Read();

    /// <summary>Returns whether the column is NULL.</summary>
    bool IsNull(int column);

    /// <summary>Returns an integer column.</summary>
    long Number(int column);

    /// <summary>Returns a text column as UTF-8, valid until the next call.</summary>
    ReadOnlySpan<byte> Utf8(int column);
}
