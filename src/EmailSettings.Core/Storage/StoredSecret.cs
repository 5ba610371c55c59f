namespace EmailSettings.Core.Storage;

/// <summary>A stored secret.</summary>
/// <param name="Key">The key.</param>
/// <param name="ProtectedText">CMS text (RFC 5652) in PEM.</param>
/// <param name="Thumbprint">The certificate that protects it, upper-case hex; null if unknown after an import.</param>
/// <param name="Since">When it was entered, UTC.</param>
public sealed record StoredSecret(SecretKey Key, string ProtectedText, string? Thumbprint, DateTimeOffset Since)
{
    /// <summary>Omits the protected text, which must not get into logs.</summary>
    public override string ToString() => $"{Key} ({Thumbprint})";
}
