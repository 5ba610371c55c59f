using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Operations;

/// <summary>Settings documents: import, and the first set-up from one.</summary>
public sealed class DocumentOperations
{
    private readonly SettingsOperations _settings;
    private readonly CertificateOperations _certificates;
    private readonly SecretOperations _secrets;
    private readonly StoreOperations _store;
    private readonly HealthOperations _health;

    internal DocumentOperations(
        SettingsOperations settings, CertificateOperations certificates, SecretOperations secrets, StoreOperations store, HealthOperations health)
    {
        _settings = settings;
        _certificates = certificates;
        _secrets = secrets;
        _store = store;
        _health = health;
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
    /// <exception cref="EmailSettingsException">The document is refused (then nothing was made), or no certificate can be made.</exception>
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

    private static SettingsChange Read(DocumentImport import)
    {
        var document = DocumentReader.Read(import.Content is { } content ? content.Span : DocumentFile.Read(import.Path), import.Prune);
        IReadOnlyList<ChangeStep> steps = [.. document.Steps, .. import.Secrets.Select(secret => new ChangeStep.SetSecret(secret.Key, secret.Value))];
        return new SettingsChange($"settings of '{DisplayText.Shorten(import.Path, 200)}'", steps) { Faults = document.Faults };
    }
}
