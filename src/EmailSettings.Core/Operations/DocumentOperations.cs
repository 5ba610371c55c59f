using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Operations;

/// <summary>Exports and imports settings documents, and initializes a system from one.</summary>
public sealed class DocumentOperations
{
    private readonly AccessGuard _guard;
    private readonly SettingsOperations _settings;
    private readonly CertificateOperations _certificates;
    private readonly SecretOperations _secrets;
    private readonly StoreOperations _store;
    private readonly HealthOperations _health;

    internal DocumentOperations(
        AccessGuard guard, SettingsOperations settings, CertificateOperations certificates, SecretOperations secrets, StoreOperations store, HealthOperations health)
    {
        _guard = guard;
        _settings = settings;
        _certificates = certificates;
        _secrets = secrets;
        _store = store;
        _health = health;
    }

    /// <summary>
    /// Returns the settings as a document. Equal settings produce equal bytes, and importing them changes nothing.
    /// </summary>
    /// <param name="withSecrets">Whether to include secrets as CMS text.</param>
    /// <returns>UTF-8, terminated by LF.</returns>
    public ReadOnlyMemory<byte> Export(bool withSecrets = true) => Write(Read(withSecrets), withSecrets);

    /// <summary>Writes the settings to a file that only its owner can access.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="StoreErrors.FileExists"/>, <see cref="StoreErrors.FileUnusable"/>, or the store cannot be read.
    /// </exception>
    public ExportResult Export(DocumentExport export, IOperationHost host)
    {
        DocumentFile.RefuseExisting(export.Path, export.Overwrites);
        var state = Read(export.WithSecrets);
        var secrets = export.WithSecrets ? state.Secrets.Count : 0;
        if (!host.Confirm(export.Path, $"write the settings with {Quantity.Of(secrets, "protected secret")}"))
            return new ExportResult(export.Path, secrets, state.Revision, true);
        DocumentFile.Write(export.Path, Write(state, export.WithSecrets).Span, export.Overwrites);
        host.Verbose($"Wrote the settings with {Quantity.Of(secrets, "protected secret")} to {export.Path}.");
        return new ExportResult(export.Path, secrets, state.Revision, false);
    }

    /// <summary>Imports a document atomically; faults have paths and lines.</summary>
    /// <exception cref="EmailSettingsException">The file cannot be read, or the document is refused.</exception>
    public ChangeResult Import(DocumentImport import, IOperationHost host) => _settings.Apply(Read(import), host);

    /// <summary>
    /// Initializes a system: creates the password certificate if none is chosen and the document names none, imports the
    /// document, and returns which secrets are missing. Idempotent.
    /// </summary>
    /// <param name="import">The document; null if none.</param>
    /// <param name="host">The front end.</param>
    /// <exception cref="EmailSettingsException">
    /// The document is refused (then nothing was created), or the certificate cannot be created.
    /// </exception>
    public InitializeResult Initialize(DocumentImport? import, IOperationHost host)
    {
        var change = import is null ? null : Read(import);
        var chosen = _certificates.ReadChosen();
        var isNeeded = chosen is null && change?.Steps.Any(step => step is ChangeStep.FindCertificate) != true;
        if (isNeeded)
        {
            if (change is not null) _settings.CheckWithoutCertificate(change);
            chosen = _certificates.Create(new NewCertificateOptions(), host);
        }
        var imported = change is null || (isNeeded && chosen is null) ? null : _settings.Apply(change, host);
        return new InitializeResult(
            _store.Describe().Location, chosen ?? _certificates.ReadChosen(), isNeeded && chosen is not null, imported, _settings.ReadAll(), _health.Check(),
            _secrets.List().Where(secret => !secret.IsSet && secret.Purpose != SecretPurpose.SmsPassword.ToString()).Select(secret => secret.Purpose).ToList());
    }

    private static ReadOnlyMemory<byte> Write(StoredState state, bool withSecrets) =>
        DocumentWriter.Write(state, withSecrets ? state.Secrets : new Dictionary<SecretKey, StoredSecret>(), state.Certificate?.Thumbprint);

    private StoredState Read(bool withSecrets)
    {
        if (withSecrets) _guard.Require(OperationTable.ExportSecrets);
        return _guard.Read(StoreParts.All);
    }

    private static SettingsChange Read(DocumentImport import)
    {
        var change = DocumentReader.ReadChange(import.Content is { } content ? content.Span : DocumentFile.Read(import.Path), import.Path, import.Prune);
        return change with { Steps = [.. change.Steps, .. import.Secrets.Select(secret => new ChangeStep.SetSecret(secret.Key, secret.Value))] };
    }
}
