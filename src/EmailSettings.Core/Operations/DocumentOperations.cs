using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Operations;

/// <summary>Settings documents: export, import, and the first set-up from one.</summary>
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

    /// <summary>The settings as a document. The same settings give the same bytes, and importing them changes nothing.</summary>
    /// <param name="withSecrets">Secrets go along as their CMS text.</param>
    /// <returns>UTF-8, ended by LF.</returns>
    public ReadOnlyMemory<byte> Export(bool withSecrets = true) => Write(Read(withSecrets), withSecrets);

    /// <summary>Writes the settings to a file for its owner alone.</summary>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.FileExists"/>, <see cref="StoreErrors.FileUnusable"/>, or
    /// the store cannot be read.</exception>
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

    /// <summary>Imports a document: all of it or nothing, every fault with its path and line.</summary>
    /// <exception cref="EmailSettingsException">The file cannot be read, or the document is refused.</exception>
    public ChangeResult Import(DocumentImport import, IOperationHost host) => _settings.Apply(Read(import), host);

    /// <summary>
    /// First set-up: makes the password certificate if none is chosen and the document names none, imports the document,
    /// and says what is still to be entered. Doing it again changes nothing.
    /// </summary>
    /// <param name="import">The document; null for none.</param>
    /// <param name="host">The front.</param>
    /// <exception cref="EmailSettingsException">The document is refused (then nothing was made), or no certificate can be
    /// made.</exception>
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
