using static EmailSettings.Core.Storage.Relational.RelationalColumn;

namespace EmailSettings.Core.Storage.Relational;

/// <summary>The tables of a store. A block without a row has its defaults.</summary>
internal static class RelationalTables
{
    /// <summary>One row: the revision, and the digest of all other tables.</summary>
    public static RelationalTable State { get; } = new("state", 1, Number("id"), Number("revision"), Text("digest"));

    public static RelationalTable Basic { get; } = new("basic", 1,
        Number("id"), Text("attachment_encodings"), Text("body_charset"), Text("sent_encoding"), Number("max_incoming_size_kb"));

    public static RelationalTable Attachments { get; } = new("attachments", 1,
        Number("id"), Number("save_to_folder"), Text("folder"), Number("minimum_file_size_bytes"), Number("save_as_mime"), Number("first_saved"));

    public static RelationalTable ErrorTexts { get; } = new("error_texts", 1, Number("id"), Text("too_large"), Text("no_body"));

    public static RelationalTable Outgoing { get; } = new("outgoing_server", 1,
        Number("id"), Number("enabled"), Text("host"), Number("port"), Number("use_ssl"), Text("authentication"), Text("server_user"), Text("address"),
        Text("client_id"), Text("secret_expires"), Number("max_email_size_mb"), Number("max_recipients"), Number("max_attachment_size_mb"));

    public static RelationalTable Incoming { get; } = new("incoming_server", 1,
        Text("id"), Text("name"), Text("name_key"), Text("address"), Text("authentication"), Text("client_id"), Text("secret_expires"));

    /// <summary>Metadata of each secret. The protected text is in a table of its own, since most reads do not need it.</summary>
    public static RelationalTable Secret { get; } = new("secret", 1, Text("key"), Text("thumbprint"), Text("since"));

    public static RelationalTable SecretText { get; } = new("secret_text", 1, Text("key"), Text("protected_text"));

    public static RelationalTable Restart { get; } = new("restart", 1, Number("id"), Text("component"), Text("fields"), Text("since"));

    public static RelationalTable Certificate { get; } = new("certificate", 1, Number("id"), Text("thumbprint"));

    public static RelationalTable CertificatePlace { get; } = new("certificate_place", 2,
        Text("thumbprint"), Text("host"), Text("subject"), Text("store"), Text("file"), Text("key_file"));

    /// <summary>One row: whether access control is on.</summary>
    public static RelationalTable Access { get; } = new("access", 1, Number("id"), Number("enabled"));

    public static RelationalTable Grant { get; } = new("access_grant", 2, Text("principal_id"), Text("right_name"), Text("principal"), Text("since"));

    public static RelationalTable Lock { get; } = new("block_lock", 1, Text("block"), Text("since"));

    public static RelationalTable HostCertificate { get; } = new("host_certificate", 1,
        Text("host"), Text("thumbprint"), Number("key_usable"), Text("account"), Text("checked"));

    /// <summary>
    /// Append-only. Each checksum covers the previous row's, so that no row can go missing. Rows have their own numbers, because
    /// a refusal has the revision of the change before it.
    /// </summary>
    public static RelationalTable History { get; } = new("history", 1,
        Number("number"), Number("revision"), Text("time"), Text("account"), Text("host"), Text("front"), Text("changes"), Text("refusal"));

    /// <summary>The tables that the digest covers.</summary>
    public static IReadOnlyList<RelationalTable> Digested { get; } =
        [Basic, Attachments, ErrorTexts, Outgoing, Incoming, Secret, SecretText, Restart, Certificate, CertificatePlace, Access, Grant, Lock, HostCertificate];
}
