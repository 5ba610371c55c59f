namespace EmailSettings.Mail.Tls;

/// <summary>The kind of answer to a failed TLS handshake.</summary>
public enum TlsPeerAnswerKind
{
    /// <summary>No bytes at all.</summary>
    Nothing,

    /// <summary>Something other than TLS, such as a greeting.</summary>
    Plaintext,

    /// <summary>A TLS alert.</summary>
    Alert,

    /// <summary>TLS without a readable alert.</summary>
    Tls,
}
