namespace EmailSettings.Mail.Tls;

/// <summary>The revocation state of a certificate.</summary>
public enum RevocationState
{
    /// <summary>Not checked: switched off, or the certificate was rejected for another reason first.</summary>
    NotChecked,

    /// <summary>Checked and not revoked.</summary>
    Good,

    /// <summary>The CRL or OCSP responder was not reachable or its answer not usable. Does not reject the server.</summary>
    Unknown,

    /// <summary>The certificate names neither a CRL nor an OCSP responder. Does not reject the server.</summary>
    NoneNamed,

    /// <summary>Revoked.</summary>
    Revoked,
}
